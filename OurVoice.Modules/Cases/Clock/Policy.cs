using OurVoice.Contracts.Cases;

namespace OurVoice.Cases.Clock;

/// <summary>What the rows of a policy are chosen by, beside the level.</summary>
/// <param name="Kind">What the case is.</param>
/// <param name="Service">The code of the service it is about; null for none.</param>
internal readonly record struct Matter(CaseKind Kind, string? Service = null);

/// <summary>A version of one side's rules of time. An open case keeps the version it started with.</summary>
/// <param name="Version">Stored on the case.</param>
/// <param name="Targets">Rows for every kind of the side.</param>
/// <param name="WarningPercents">Of the office time between start and due, in rising order; 100 is the due instant itself.</param>
/// <param name="MaxPauses">How often an office may stop the clock in one period (cycle and level) to wait for the citizen.</param>
/// <param name="PauseCapWorkingDays">How long all pauses of a period may last together; then the clock runs on.</param>
/// <param name="ListedWorkingDays">After a climb nothing is due before so many working days in the new office's list.</param>
internal sealed record Policy(
    int Version,
    IReadOnlyList<PolicyTarget> Targets,
    IReadOnlyList<int> WarningPercents,
    int MaxPauses,
    int PauseCapWorkingDays,
    int ListedWorkingDays)
{
    /// <summary>
    /// The rows for a case at a level, one a target: a row for its service goes before one for all, then a row for the level
    /// itself before one for every level.
    /// </summary>
    internal IReadOnlyList<PolicyTarget> For(Matter matter, int level) =>
        [.. Targets.Where(t => t.Kind == matter.Kind && (t.Service is null || t.Service == matter.Service) && (t.Level ?? level) == level)
            .GroupBy(t => t.Target)
            .Select(rows => rows.OrderBy(t => t.Service is null).ThenBy(t => t.Level is null).First())];
}
