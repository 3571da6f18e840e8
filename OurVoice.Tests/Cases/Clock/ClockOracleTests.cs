using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Places;

namespace OurVoice.Tests.Cases.Clock;

/// <summary>
/// 10,000 random lives of cases over three years of feasts, with pauses, transfers between offices with other hours, climbs that were processed late,
/// reopenings, fees, extensions, grace, and rows with warnings and limits on pauses of their own, against a walk minute by minute; each due date also against its own explanation.
/// </summary>
public sealed class ClockOracleTests
{
    private static readonly CaseKind[] Kinds = [CaseKind.Complaint, CaseKind.Support, CaseKind.Information];

    // The rules of Version1 with grace, and shorter, so that ten thousand walks take seconds: then the feasts, moves and caps lie closer together too.
    private static readonly Policy Short = Policies.Version1 with
    {
        Targets = [.. Policies.Version1.Targets.Select(t => t with
        {
            GraceHours = t.Target switch { Target.Answer => 9, Target.Delivery => 3, _ => 0 },
            WarningPercents = t.Target == Target.Delivery ? [20, 60, 90] : [],
            WorkingDays = t.Target switch { Target.Acknowledge => 1, Target.Answer => 4, Target.Close => 9, Target.WrittenAnswer => 3, Target.Delivery => 6, _ => 12 },
        })],
        PauseCapWorkingDays = 5,
        Caps =
        [
            new(CaseKind.Complaint, null, 2, new(1, 3)), new(CaseKind.Complaint, "another", 2, new(5, 9)), new(CaseKind.Information, null, null, new(3, 2)),
        ],
    };

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Due_dates_climbs_warnings_and_explanations_equal_the_minute_by_minute_walk(int seed)
    {
        var random = new Random(seed);
        var clocks = Enumerable.Range(0, 5).Select(_ => new RandomClock(random)).ToArray();
        for (var story = 0; story < 2_500; story++)
        {
            var clock = clocks[random.Next(clocks.Length)];
            var (kind, segments) = (Kinds[random.Next(Kinds.Length)], clock.Segments());
            var facts = clock.Facts(kind, segments);
            ClockReading Read() => CaseClock.Compute(Short, new Matter(kind), segments.Shuffle(random), facts, clock.Calendars);

            var (reading, walk) = (Read(), new Walk(kind, segments, facts, clock.Offices));
            Assert.Equal((story, walk.PausedUntil), (story, reading.PausedUntil));
            Assert.Equal(walk.Events(reading.Targets.Select(t => t.Policy)).Select(e => (story, e)), reading.Events.Select(e => (story, e)));
            Assert.All(reading.Targets, t => ExplainedToTheMinute(t, 0.01m * segments.Count));
            if (reading.PausedUntil is { } capAt)
            {
                segments.Add(segments[^1].ParkAtCap(capAt));
                Assert.Equal((story, reading.DueAt, (DateTime?)null), (story, Read().DueAt, Read().PausedUntil));
            }
        }
    }

    internal static void ExplainedToTheMinute(TargetReading target) => ExplainedToTheMinute(target, rounded: 0.005m);

    /// <summary>From the explanation alone: add up what counted until the working days are used; there the case is due.</summary>
    /// <param name="target">The reading that is explained.</param>
    /// <param name="rounded">Working days: what the roundings to a minute, one for each move to other hours, may come to.</param>
    private static void ExplainedToTheMinute(TargetReading target, decimal rounded)
    {
        var explanation = Explanation.Of(target)!;
        var left = (decimal)explanation.WorkingDays;
        DateTime? due = null;
        foreach (var part in explanation.Parts.Where(p => p.Kind == PartKind.Counted))
        {
            Assert.True(left > -rounded, "Something counted after the due date.");
            left -= (decimal)part.Time.Ticks / part.WorkingDay.Ticks;
            due = part.ToUtc;
        }

        // Moving between offices with days of different length rounds up to a minute.
        Assert.InRange(left, -rounded, 0.0000001m);
        Assert.Equal(target.DueAt, due);
        Assert.Equal(target.DueAt, explanation.DueAt);
        EveryDayIsThereOnce(explanation);
    }

    private static void EveryDayIsThereOnce(Explanation explanation)
    {
        var first = WorkingCalendar.LocalDate(explanation.StartsAt);
        var days = explanation.Parts.Select(p => p.Date).ToList();
        Assert.Equal(days.Order(), days);
        var missing = Enumerable.Range(0, days[^1].DayNumber - first.DayNumber + 1).Select(first.AddDays).Except(days);
        Assert.Empty(missing);
        Assert.All(explanation.Parts.Zip(explanation.Parts.Skip(1)), p => Assert.False(p.First.ToUtc > p.Second.FromUtc));
        Assert.All(explanation.Parts.Where(p => p.FromUtc is null).CountBy(p => p.Date), d => Assert.Equal(1, d.Value));
    }

    /// <summary>The rules of design.md section 5 in words of the walk: full days from the period's start, but two days in the list after a climb; of an extension so many from the request.</summary>
    private sealed class Walk(CaseKind kind, List<ClockSegment> segments, ClockFacts facts, IReadOnlyDictionary<Guid, WalkedOffice> offices)
    {
        private readonly List<ClockSegment> _period = segments.FindAll(s => (s.Cycle, s.Level) == (segments[^1].Cycle, segments[^1].Level));
        private readonly ClockOracle _cycle = new(segments.FindAll(s => s.Cycle == segments[^1].Cycle), offices, maxPauses: 0, capDays: 0);

        private ClockOracle Period => field ??= (kind, _period[0].Level) switch
        {
            (CaseKind.Complaint, 2) => new(_period, offices, maxPauses: 1, capDays: 3),
            (CaseKind.Information, _) => new(_period, offices, maxPauses: 3, capDays: 2),
            _ => new(_period, offices, maxPauses: 2, capDays: 5),
        };

        private DateTime Listed => ClockOracle.Cut(_period[0].ListedAt);

        internal DateTime? PausedUntil => Period.PausedUntil();

        internal IEnumerable<ClockEvent> Events(IEnumerable<PolicyTarget> targets)
        {
            var events = targets.SelectMany(Of);
            events = PausedUntil is { } at ? events.Append(new(at, ClockEventKind.PauseCap, null, 0, Climbs: false)) : events;
            return events.OrderBy(e => e.At).ThenBy(e => e.Percent).ThenBy(e => e.Target);
        }

        private IEnumerable<ClockEvent> Of(PolicyTarget target)
        {
            var (due, start, oracle) = Latest(target);
            start = start > Listed ? start : Listed;
            var minutes = oracle.MinutesBetween(start, due);
            foreach (var percent in target.Target == Target.Delivery ? new[] { 20, 60, 90 } : [50, 75])
            {
                var at = oracle.AfterMinutes(start, ((minutes * percent) + 99) / 100);
                if (at < due)
                {
                    yield return new(at, ClockEventKind.Warning, target.Target, percent, Climbs: false);
                }
            }

            var grace = target.Target switch { Target.Answer => 540, Target.Delivery => 180, _ => 0 };
            var climbs = target.Target != Target.Acknowledge;
            yield return new(due, ClockEventKind.Due, target.Target, 100, climbs && grace == 0);
            if (climbs && grace > 0)
            {
                yield return new(oracle.AfterMinutes(due, grace), ClockEventKind.GraceOver, target.Target, 100, Climbs: true);
            }
        }

        private (DateTime Due, DateTime Start, ClockOracle Oracle) Latest(PolicyTarget target)
        {
            var start = ClockOracle.Cut(_period[0].From);
            var fee = facts.FeeAcceptedAt is { } at && at > start ? ClockOracle.Cut(at) : start;
            var request = ClockOracle.Cut(segments.First(s => s.Cycle == segments[^1].Cycle).From);
            List<(DateTime Due, DateTime Start, ClockOracle Oracle)> rules = target.Target switch
            {
                Target.Acknowledge => [(Period.AfterDays(start, 1), start, Period)],
                Target.Answer => [(Period.AfterDays(start, 4), start, Period)],
                Target.Close => [(Period.AfterDays(start, 9), start, Period)],
                Target.WrittenAnswer => [(Period.AfterDays(start, 3), start, Period)],
                Target.Delivery => [(Period.AfterDays(fee, 6), fee, Period)],
                _ => [(_cycle.AfterDays(request, 12), request, _cycle), (Period.AfterDays(fee, 6), fee, Period)],
            };
            if (_period[0].Reason == SegmentReason.Climbed || _period[0].ListedAt > _period[0].From)
            {
                rules.Add((Period.AfterDays(Listed, 2), Listed, Period));
            }

            return rules.MaxBy(r => r.Due);
        }
    }
}

internal static class Shuffling
{
    internal static IReadOnlyList<T> Shuffle<T>(this List<T> items, Random random)
    {
        var copy = items.ToArray();
        random.Shuffle(copy);
        return copy;
    }
}
