using OurVoice.Contracts.Cases;

namespace OurVoice.Cases.Clock;

/// <summary>What the rows of a policy are chosen by, beside the level.</summary>
/// <param name="Kind">What the case is.</param>
/// <param name="Service">The code of the service it is about; null for none.</param>
internal readonly record struct Matter(CaseKind Kind, string? Service = null);

/// <summary>A version of one side's rules of time. An open case keeps the version it started with.</summary>
/// <param name="Version">Stored on the case.</param>
/// <param name="Targets">Rows for every kind of the side.</param>
/// <param name="WarningPercents">Of the office time between start and due, in rising order; 100 is the due instant itself. A row may have its own.</param>
/// <param name="MaxPauses">How often an office may stop the clock in one period (cycle and level) to wait for the citizen, where no row of <see cref="Caps"/> says otherwise.</param>
/// <param name="PauseCapWorkingDays">How long all pauses of a period may last together, as above; then the clock runs on.</param>
/// <param name="ListedWorkingDays">After a climb nothing is due before so many working days in the new office's list.</param>
internal sealed record Policy(
    int Version,
    IReadOnlyList<PolicyTarget> Targets,
    IReadOnlyList<int> WarningPercents,
    int MaxPauses,
    int PauseCapWorkingDays,
    int ListedWorkingDays)
{
    /// <summary>Other limits on pauses, for some cases; usually none.</summary>
    public IReadOnlyList<PolicyCap> Caps { get; init; } = [];

    /// <summary>The rows for a case at a level, one a target.</summary>
    internal IReadOnlyList<PolicyTarget> For(Matter matter, int level) =>
        [.. Of(Targets, matter, level).GroupBy(t => t.Target).Select(rows => Nearest(rows)!)];

    /// <summary>The limits on the pauses of a case at a level.</summary>
    internal PauseLimits PausesFor(Matter matter, int level) =>
        Nearest(Of(Caps, matter, level))?.Limits ?? new(MaxPauses, PauseCapWorkingDays);

    /// <summary>The percentages at which an office is warned of one of the rows.</summary>
    internal IReadOnlyList<int> WarningsOf(PolicyTarget row) => row.WarningPercents.Count > 0 ? row.WarningPercents : WarningPercents;

    private static IEnumerable<T> Of<T>(IEnumerable<T> rows, Matter matter, int level)
        where T : IPolicyRow =>
        rows.Where(r => r.Kind == matter.Kind && (r.Service is null || r.Service == matter.Service) && (r.Level ?? level) == level);

    // A row for the service goes before one for all, then a row for the level itself before one for every level.
    private static T? Nearest<T>(IEnumerable<T> rows)
        where T : class, IPolicyRow =>
        rows.OrderBy(r => r.Service is null).ThenBy(r => r.Level is null).FirstOrDefault();
}
