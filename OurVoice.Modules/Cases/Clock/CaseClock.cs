using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Clock;

/// <summary>Pure arithmetic: the same segments, facts, policy and calendars always give the same dates. It never asks what time it is.</summary>
internal static class CaseClock
{
    /// <param name="policy">The version the case started with.</param>
    /// <param name="matter">What the case is.</param>
    /// <param name="segments">All segments of the case, in any order; at least one.</param>
    /// <param name="facts">What has happened in the present cycle.</param>
    /// <param name="calendars">The calendar of every office in the segments of the present cycle.</param>
    internal static ClockReading Compute(
        Policy policy, Matter matter, IEnumerable<ClockSegment> segments, ClockFacts facts, IReadOnlyDictionary<Guid, WorkingCalendar> calendars)
    {
        var cycle = PresentCycle(segments);
        var period = cycle.Where(s => s.Level == cycle[^1].Level).ToList();
        var limits = policy.PausesFor(matter, period[0].Level);
        var spans = Spans.WithPauses(period, calendars, limits);
        var open = cycle[^1].To is null;

        var counting = new Counting(policy, facts, period[0], spans.All, () => new(Span.Minute(cycle[0].From), Spans.WithoutPauses(cycle, calendars).All));
        var targets = counting.Targets(policy.For(matter, period[0].Level));
        return new ClockReading(
            targets,
            open ? ClockEvents.Of(policy, targets, period[0], spans) : [],
            open ? spans.PausedUntil : null,
            open && spans.PausedUntil is null && spans.Pauses < limits.Most);
    }

    private static List<ClockSegment> PresentCycle(IEnumerable<ClockSegment> segments)
    {
        var all = segments.OrderBy(s => s.Cycle).ThenBy(s => s.Level).ThenBy(s => s.From).ThenBy(s => s.To ?? DateTime.MaxValue).ToList();
        return all.FindAll(s => s.Cycle == all[^1].Cycle);
    }
}
