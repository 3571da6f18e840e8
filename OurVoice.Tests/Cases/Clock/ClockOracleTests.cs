using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Places;

namespace OurVoice.Tests.Cases.Clock;

/// <summary>Random starts, pauses and holidays against a walk minute by minute; each due date also against its own explanation.</summary>
public sealed class ClockOracleTests
{
    private static readonly Guid Office = Guid.NewGuid();

    private static readonly Policy WithGrace = Policies.Version1 with
    {
        Targets = [.. Policies.Version1.Targets.Select(t => t with { GraceHours = t.Target == Target.Answer ? 9 : 0 })],
    };

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Due_dates_and_explanations_equal_the_minute_by_minute_walk(int seed)
    {
        var random = new Random(seed);
        for (var story = 0; story < 250; story++)
        {
            var holidays = WorkingCalendarOracleTests.SomeHolidays(random);
            var oracle = new MinuteOracle(OfficeHours.Default, holidays);
            var calendar = new WorkingCalendar(OfficeHours.Default, holidays, new HashSet<int>());
            var segments = Segments(random);

            var reading = CaseClock.Compute(
                WithGrace, new Matter(CaseKind.Complaint), segments.Shuffle(random), ClockFacts.None, new Dictionary<Guid, WorkingCalendar> { [Office] = calendar });

            Assert.Equal((story, Due(oracle, segments, 2)), (story, reading.Targets.Single(t => t.Policy.Target == Target.Acknowledge).DueAt));
            Assert.Equal((story, Due(oracle, segments, 10)), (story, reading.DueAt));
            Assert.Equal((story, Due(oracle, segments, 10, graceMinutes: 540)), (story, reading.Next!.ClimbsAt));
            Assert.All(reading.Targets, ExplainedToTheMinute);
        }
    }

    /// <summary>From the explanation alone: add up what counted until the working days are used; there the case is due.</summary>
    internal static void ExplainedToTheMinute(TargetReading target)
    {
        var explanation = Explanation.Of(target)!;
        var left = (decimal)explanation.WorkingDays;
        DateTime? due = null;
        foreach (var part in explanation.Parts.Where(p => p.Kind == PartKind.Counted))
        {
            Assert.True(left > 0, "Something counted after the due date.");
            left -= (decimal)part.Time.Ticks / part.WorkingDay.Ticks;
            due = part.ToUtc;
        }

        // Moving between offices with days of different length rounds up to a minute.
        Assert.InRange(left, -0.005m, 0.0000001m);
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

    private static List<ClockSegment> Segments(Random random)
    {
        List<ClockSegment> all = [ClockSegment.Received(Guid.NewGuid(), Office, 1, WorkingCalendarOracleTests.NearAFeast(random))];
        for (var i = random.Next(7); i > 0; i--)
        {
            var last = all[^1];
            var at = last.From.AddMinutes(random.Next(random.Next(2) == 0 ? 3 * 1440 : 25 * 1440));
            all.Add(last.Kind == SegmentKind.Paused
                ? random.Next(4) == 0 ? last.Transfer(Office, at) : last.Resume(at)
                : random.Next(4) == 0 ? last.Transfer(Office, at) : last.Pause(at));
        }

        return all;
    }

    private static DateTime Due(MinuteOracle oracle, List<ClockSegment> segments, int days, int graceMinutes = 0)
    {
        var (counted, waited, pauses) = (0, 0, 0);
        for (var at = segments[0].From; ; at = at.AddMinutes(1))
        {
            pauses += segments.Count(s => s.From == at && s.Reason == SegmentReason.WaitingForCitizen);
            var stands = segments.FindLast(s => s.From <= at)!.Kind == SegmentKind.Paused && pauses <= 2 && waited < 20 * 420;
            if (oracle.IsOpen(at))
            {
                waited += stands ? 1 : 0;
                counted += stands ? 0 : 1;
            }

            if (counted == days * 420 + graceMinutes)
            {
                return at.AddMinutes(1);
            }
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
