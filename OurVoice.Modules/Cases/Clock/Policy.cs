using OurVoice.Contracts.Cases;

namespace OurVoice.Cases.Clock;

/// <summary>A version of the rules of time. An open case keeps the version it started with.</summary>
/// <param name="Version">Stored on the case.</param>
/// <param name="Targets">Rows for every kind.</param>
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
    /// <summary>The rows for a kind at a level; a row for the level itself goes before one for every level.</summary>
    internal IReadOnlyList<PolicyTarget> For(CaseKind kind, int level) =>
        [.. Targets.Where(t => t.Kind == kind && (t.Level ?? level) == level)
            .GroupBy(t => t.Target)
            .Select(rows => rows.OrderBy(t => t.Level is null).First())];
}
