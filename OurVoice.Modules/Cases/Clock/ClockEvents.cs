namespace OurVoice.Cases.Clock;

/// <summary>Warnings, due instants and the cap of a pause, in order of time.</summary>
internal static class ClockEvents
{
    internal static IReadOnlyList<ClockEvent> Of(Policy policy, IEnumerable<TargetReading> targets, ClockSegment first, Spans spans)
    {
        var events = targets.Where(t => t.MetAt is null).SelectMany(t => OfTarget(policy, t, Span.Minute(first.ListedAt)));
        if (spans.PausedUntil is { } capAt)
        {
            events = events.Append(new ClockEvent(capAt, ClockEventKind.PauseCap, null, 0, Climbs: false));
        }

        return [.. events.OrderBy(e => e.At).ThenBy(e => e.Percent).ThenBy(e => e.Target)];
    }

    private static IEnumerable<ClockEvent> OfTarget(Policy policy, TargetReading target, DateTime listedAt)
    {
        if (target.DueAt is not { } due)
        {
            yield break;
        }

        // Nobody is warned of time in which the case was not in the list.
        var from = target.Rule.Start > listedAt ? target.Rule.Start : listedAt;
        var minutes = Span.RunningTime(target.Rule.Spans, from, due).TotalMinutes;
        foreach (var percent in policy.WarningsOf(target.Policy).Where(p => p < 100))
        {
            var time = TimeSpan.FromMinutes((long)Math.Ceiling(minutes * percent / 100));
            if (Span.Walk(target.Rule.Spans, from, Allowance.Time(time)) is { } at && at < due)
            {
                yield return new ClockEvent(at, ClockEventKind.Warning, target.Policy.Target, percent, Climbs: false);
            }
        }

        var climbsAt = target.ClimbsAt;
        yield return new ClockEvent(due, ClockEventKind.Due, target.Policy.Target, 100, climbsAt == due);
        if (climbsAt > due)
        {
            yield return new ClockEvent(climbsAt.Value, ClockEventKind.GraceOver, target.Policy.Target, 100, Climbs: true);
        }
    }
}
