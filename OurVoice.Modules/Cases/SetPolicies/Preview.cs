using OurVoice.Cases.Figures.Cutting;
using OurVoice.Contracts.Cases;

namespace OurVoice.Cases.SetPolicies;

/// <summary>A number of cases as the reader may have it.</summary>
/// <param name="Number">Counted, or a lower bound; null says "fewer than 10".</param>
/// <param name="IsAtLeast">Down to the ten below, so that nothing is left to subtract.</param>
internal readonly record struct Shown(int? Number, bool IsAtLeast)
{
    /// <param name="count">Counted.</param>
    /// <param name="isCoarse">For whoever could not open each of the cases.</param>
    public static Shown Of(int count, bool isCoarse) =>
        !isCoarse || count == 0 ? new(count, IsAtLeast: false)
        : Threshold.IsSmall(count) ? new(Number: null, IsAtLeast: false)
        : new(count - (count % Threshold.Least), IsAtLeast: true);
}

/// <summary>The open cases of a kind that stand at a level, had they started under the new version.</summary>
/// <param name="Open">How many were looked at.</param>
/// <param name="OverdueAtOnce">Not overdue now, and overdue under the new version.</param>
/// <param name="OtherLimits">With other warnings or other limits on pauses, whether or not the due date moves.</param>
internal sealed record PreviewRow(CaseKind Kind, int Level, Shown Open, Shown Earlier, Shown Same, Shown Later, Shown OverdueAtOnce, Shown OtherLimits);

/// <summary>An open case under the version it started with and under the new one.</summary>
/// <param name="Old">When it is due; UTC.</param>
/// <param name="New">When it would be due; UTC.</param>
/// <param name="HasOtherLimits">Whether its warnings or the limits on its pauses would be others.</param>
internal readonly record struct Compared(DateTime? Old, DateTime? New, bool HasOtherLimits = false);

/// <param name="Rows">By kind and level.</param>
/// <param name="Open">Open cases in all.</param>
/// <param name="Sample">How many of them were looked at; null for every one.</param>
/// <param name="Print">Of the draft that was looked at.</param>
internal sealed record Preview(IReadOnlyList<PreviewRow> Rows, Shown Open, int? Sample, string Print);
