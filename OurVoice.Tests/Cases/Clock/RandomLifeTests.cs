using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Places;

namespace OurVoice.Tests.Cases.Clock;

/// <summary>
/// Cases to which everything happens: passed on between offices of different hours, waiting, parked, climbed in time or long after, closed,
/// reopened, extended. At each moment every due date follows from its own explanation, and the explanation leaves no open minute out.
/// </summary>
public sealed class RandomLifeTests
{
    private static readonly string[] Weeks =
    [
        "Mon-Fri 07:30-11:30 14:00-17:00",
        "Mon-Fri 08:00-12:00 13:00-17:00",
        "Mon-Thu 08:00-12:00; Fri-Sat 13:00-18:00",
        "Tue 07:00-12:00 13:00-17:30; Sun 09:30-10:15",
        "Mon-Fri 07:00-11:30",
    ];

    private static readonly Guid[] Offices = [.. Weeks.Select(_ => Guid.NewGuid())];

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void Every_due_date_of_a_random_life_follows_from_its_explanation(int seed)
    {
        var (random, seen) = (new Random(seed), new HashSet<(PartKind, SegmentReason)>());
        for (var life = 0; life < 50; life++)
        {
            var one = new Life(random);
            for (var act = random.Next(10); act >= 0; act--)
            {
                foreach (var target in one.Reading.Targets)
                {
                    var how = Explanation.Of(target);
                    Assert.Equal(target.DueAt, how?.DueAt);
                    if (how is not null)
                    {
                        one.FollowsFrom(how, life);
                        seen.UnionWith(how.Parts.Select(p => (p.Kind, p.Reason)));
                    }
                }

                one.Goes();
            }
        }

        Assert.All(Enum.GetValues<SegmentReason>(), r => Assert.Contains((r == SegmentReason.WaitingForCitizen ? PartKind.Paused : PartKind.Counted, r), seen));
        Assert.Equal(Enum.GetValues<PartKind>(), seen.Select(s => s.Item1).Distinct().Order());
        Assert.DoesNotContain((PartKind.Paused, SegmentReason.Transferred), seen); // why the clock stood is never that another office has the case
    }

    private sealed class Life
    {
        private readonly Random _random;
        private readonly CaseKind _kind;
        private readonly Dictionary<DateOnly, string> _holidays;
        private readonly Dictionary<Guid, WorkingCalendar> _calendars;
        private readonly List<ClockSegment> _all;
        private ClockFacts _facts = ClockFacts.None;
        private DateTime _now;

        public Life(Random random)
        {
            (_random, _kind, _holidays) = (random, random.Next(3) == 0 ? CaseKind.Information : CaseKind.Support, WorkingCalendarOracleTests.SomeHolidays(random));
            _calendars = Offices.Zip(Weeks).ToDictionary(o => o.First, o => new WorkingCalendar(OfficeHours.Parse(o.Second), _holidays, new HashSet<int>()));
            _now = WorkingCalendarOracleTests.NearAFeast(random).AddSeconds(random.Next(60));
            _all = [ClockSegment.Received(Guid.NewGuid(), AnyOffice(), 0, _now)];
        }

        public ClockReading Reading => CaseClock.Compute(Policies.Version1, new Matter(_kind), _all.Shuffle(_random), _facts, _calendars);

        private ClockSegment Last => _all[^1];

        private List<ClockSegment> Period => [.. _all.Where(s => (s.Cycle, s.Level) == (Last.Cycle, Last.Level))];

        /// <summary>Something happens, as the acts of the product would have it.</summary>
        public void Goes()
        {
            _now = _now.AddMinutes(_random.Next(_random.Next(3) == 0 ? 20 * 1440 : 2 * 1440)).AddSeconds(_random.Next(60));
            var reading = Reading;
            if (Last.To is not null)
            {
                Reopens();
            }
            else if (reading.PausedUntil <= _now)
            {
                _all.Add(Last.ParkAtCap(reading.PausedUntil.Value));
            }
            else if (reading.Next?.ClimbsAt is { } overdue && overdue <= _now && _random.Next(4) > 0)
            {
                _all.Add(Last.Climb(AnyOffice(), overdue, _now));
            }
            else
            {
                Acts();
            }
        }

        private void Acts()
        {
            switch (_random.Next(9))
            {
                case < 3:
                    _all.Add(Last.Transfer(AnyOffice(), _now));
                    break;
                case < 6:
                    _all.Add(Last.Kind == SegmentKind.Paused ? Last.Resume(_now) : Last.Pause(_now));
                    break;
                case 6:
                    _all.Add(Last.Climb(AnyOffice(), _now, _now));
                    break;
                case 7:
                    Last.Close(_now);
                    break;
                default:
                    _facts = _random.Next(2) == 0 ? _facts with { ExtendedAt = _now } : _facts with { FeeAcceptedAt = _now, AcknowledgedAt = _now };
                    break;
            }
        }

        private void Reopens()
        {
            var (up, late) = (_random.Next(2), _random.Next(3) == 0 ? _now.AddDays(_random.Next(30)) : _now);
            _all.Add(Last.Reopen(up == 0 ? Last.OfficeId : AnyOffice(), Last.Level + up, _now, late));
            (_facts, _now) = (ClockFacts.None, late);
        }

        private Guid AnyOffice() => Offices[_random.Next(Offices.Length)];

        public void FollowsFrom(Explanation how, int life)
        {
            var left = (decimal)how.WorkingDays;
            foreach (var part in how.Parts.Where(p => p.Kind == PartKind.Counted))
            {
                Assert.True(left > 0, $"Life {life}: something counted after the due date.");
                left -= (decimal)part.Time.Ticks / part.WorkingDay.Ticks;
                Assert.True(left > 0 || part.ToUtc == how.DueAt, $"Life {life}: used up before the due date.");
            }

            // Each change between offices with days of different length rounds up to a minute of at least four hours.
            Assert.InRange(left, -_all.Count / 240m, 0.0000001m);
            EveryDayIsThere(how, life);
            EveryOpenMinuteIsThere(how, life);
        }

        private static void EveryDayIsThere(Explanation how, int life)
        {
            var days = how.Parts.Select(p => p.Date).ToList();
            Assert.Equal(days.Order(), days);
            var last = WorkingCalendar.LocalDate(how.DueAt);
            var missing = Enumerable.Range(0, last.DayNumber - WorkingCalendar.LocalDate(how.StartsAt).DayNumber + 1)
                .Select(WorkingCalendar.LocalDate(how.StartsAt).AddDays).Except(days);
            Assert.True(!missing.Any(), $"Life {life}: days are missing.");
            Assert.All(how.Parts.Zip(how.Parts.Skip(1)), p => Assert.False(p.First.ToUtc > p.Second.FromUtc));
            Assert.All(how.Parts.Where(p => p.FromUtc is null).CountBy(p => p.Date), d => Assert.Equal(1, d.Value));
        }

        // Minute by minute, by whoever had the case then: what is counted or stood is what was open, no more and no less.
        private void EveryOpenMinuteIsThere(Explanation how, int life)
        {
            var had = how.Basis == DueBasis.Extended ? [.. _all.Where(s => s.Cycle == Last.Cycle)] : Period;
            foreach (var segment in had)
            {
                var from = Later(Minute(segment.From), how.StartsAt);
                var to = segment.To is { } end && Minute(end) < how.DueAt ? Minute(end) : how.DueAt;
                var oracle = new MinuteOracle(_calendars[segment.OfficeId].Hours, _holidays);
                var said = how.Parts.Where(p => p.FromUtc < to && p.ToUtc > from)
                    .Sum(p => ((p.ToUtc < to ? p.ToUtc.Value : to) - Later(p.FromUtc!.Value, from)).TotalMinutes);
                Assert.Equal((life, (double)(from < to ? oracle.MinutesBetween(from, to) : 0)), (life, from < to ? said : 0));
            }
        }

        private static DateTime Minute(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMinute));

        private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
    }
}
