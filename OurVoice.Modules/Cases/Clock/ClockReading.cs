namespace OurVoice.Cases.Clock;

/// <summary>How one target of the present level stands.</summary>
/// <param name="Policy">The row of the policy.</param>
/// <param name="Rule">The rule that gives the latest date, which is the one that holds.</param>
/// <param name="MetAt">When it was met, if it was.</param>
internal sealed record TargetReading(PolicyTarget Policy, DueRule Rule, DateTime? MetAt)
{
    /// <summary>UTC, whole minutes; null when the case was closed before. While paused: the latest it can be, with the pause at its cap.</summary>
    internal DateTime? DueAt => Rule.Due;

    /// <summary>UTC, when the case climbs if nothing happens: the due instant and the grace; null where it only reminds.</summary>
    internal DateTime? ClimbsAt =>
        !Policy.Climbs || DueAt is not { } due ? null
        : Policy.GraceHours == 0 ? due
        : Span.Walk(Rule.Spans, due, Allowance.Time(TimeSpan.FromHours(Policy.GraceHours)));

    internal bool MetLate => MetAt > DueAt;
}

internal enum ClockEventKind
{
    Warning = 1,
    Due = 2,

    /// <summary>A pause has lasted as long as it may: append <see cref="SegmentReason.ParkedCap"/> at this instant, tell the head "parked".</summary>
    PauseCap = 3,

    /// <summary>The office has waited for the citizen so long that the citizen is reminded. Not the clock's own: <see cref="Timing.CitizenReminders"/>.</summary>
    CitizenReminder = 4,

    /// <summary>The grace after a due instant is over: what was owed then is owed still, and the case climbs.</summary>
    GraceOver = 5,
}

/// <summary>Something that happens by itself if nobody acts.</summary>
/// <param name="At">UTC.</param>
/// <param name="Kind">What.</param>
/// <param name="Target">Of a warning and a due instant: which.</param>
/// <param name="Percent">Of a warning: of how much of the time; of a reminder to the citizen: after how many days.</param>
/// <param name="Climbs">The case goes one level up.</param>
internal sealed record ClockEvent(DateTime At, ClockEventKind Kind, Target? Target, int Percent, bool Climbs);

/// <summary>The clock of a case at its present level.</summary>
/// <param name="Targets">Every target of the level, met or not.</param>
/// <param name="Events">What happens by itself, past and future, in order; empty when the case is closed.</param>
/// <param name="PausedUntil">When the open pause ends by its cap; null when the clock runs.</param>
/// <param name="MayPause">Whether one more pause would stop the clock.</param>
internal sealed record ClockReading(
    IReadOnlyList<TargetReading> Targets, IReadOnlyList<ClockEvent> Events, DateTime? PausedUntil, bool MayPause)
{
    /// <summary>The earliest climbing target not met, overdue or not; null when nothing is owed.</summary>
    internal TargetReading? Next { get; } =
        Targets.Where(t => t.Policy.Climbs && t.MetAt is null && t.DueAt is not null).MinBy(t => t.DueAt);

    /// <summary>The case's due date. Stored.</summary>
    internal DateTime? DueAt => Next?.DueAt;

    /// <summary>Whether the due date leans on a year without a confirmed list of holidays.</summary>
    internal bool IsProvisional => Next?.Rule.IsProvisional ?? false;

    /// <summary>When the sweep must look at the case again, if it has done everything up to <paramref name="done"/>. Stored.</summary>
    internal DateTime? NextEventAt(DateTime? done = null) => Events.FirstOrDefault(e => done is null || e.At > done)?.At;

    /// <summary>What a sweep has to do now: everything after the last time up to and with <paramref name="until"/>, in order.</summary>
    internal IEnumerable<ClockEvent> EventsBetween(DateTime? done, DateTime until) =>
        Events.Where(e => (done is null || e.At > done) && e.At <= until);
}
