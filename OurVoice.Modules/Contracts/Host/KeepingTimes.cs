using OurVoice.Contracts.Cases;

namespace OurVoice.Contracts.Host;

/// <summary>How long what citizens said is kept after their case was closed, in months; proposals that the settings may change.</summary>
/// <param name="Support">Words and files of a request for support.</param>
/// <param name="Information">Of a request for information.</param>
/// <param name="Complaint">Of a complaint.</param>
/// <param name="Corruption">Of a corruption report.</param>
/// <param name="Identity">Name and contact, whatever the kind.</param>
public sealed record KeepingTimes(int Support = 12, int Information = 12, int Complaint = 24, int Corruption = 60, int Identity = 6)
{
    /// <summary>Months for which the words of this kind are kept.</summary>
    public int MonthsOf(CaseKind kind) => kind switch
    {
        CaseKind.Support => Support,
        CaseKind.Information => Information,
        CaseKind.Complaint => Complaint,
        CaseKind.Corruption => Corruption,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    /// <summary>The last day on which the words are kept.</summary>
    public DateOnly WordsUntil(CaseKind kind, DateOnly closedOn) => closedOn.AddMonths(MonthsOf(kind));

    /// <summary>The last day on which name and contact are kept; never later than the words.</summary>
    public DateOnly IdentityUntil(CaseKind kind, DateOnly closedOn) => closedOn.AddMonths(Math.Min(Identity, MonthsOf(kind)));
}
