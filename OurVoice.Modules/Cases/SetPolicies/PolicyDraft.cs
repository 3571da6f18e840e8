using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.SetPolicies;

/// <summary>A rung of the ladder: where a case of this kind climbs to from an office of this kind.</summary>
internal sealed record Rung(CaseKind Kind, OfficeKind From, OfficeKind To);

/// <summary>The rules of time as somebody would have them, not published yet.</summary>
/// <param name="Warnings">Percentages below 100, rising.</param>
/// <param name="MaxPauses">See <see cref="Policy"/>, as the next three.</param>
/// <param name="PauseCapDays">Working days.</param>
/// <param name="ListedDays">Working days.</param>
/// <param name="Targets">The rows.</param>
/// <param name="Rungs">The government's; none for Transparency International.</param>
internal sealed record PolicyDraft(
    IReadOnlyList<int> Warnings, int MaxPauses, int PauseCapDays, int ListedDays, IReadOnlyList<PolicyTarget> Targets, IReadOnlyList<Rung> Rungs)
{
    /// <summary>Limits on pauses for some cases.</summary>
    public IReadOnlyList<PolicyCap> Caps { get; init; } = [];

    public Policy ToPolicy(int version) => new(version, Targets, [.. Warnings, 100], MaxPauses, PauseCapDays, ListedDays) { Caps = Caps };

    /// <summary>Equal drafts have equal prints: whether what is published is what the preview showed.</summary>
    public string Print()
    {
        // A list within a row prints its type and not what is in it.
        var rows = Targets.Select(t => $"{t with { WarningPercents = [] }} {string.Join(',', t.WarningPercents)}");
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(',', Warnings)};{MaxPauses};{PauseCapDays};{ListedDays};{string.Join(';', rows)};{string.Join(';', Rungs)};{string.Join(';', Caps)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
