using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Places;

namespace OurVoice.Tests.Cases.Clock;

/// <summary>Five offices with hours of their own under one list of holidays, and random lives of cases at them.</summary>
internal sealed class RandomClock
{
    // The last but one is open a few hours a week, so it is drawn seldom: its cases take half a year.
    private static readonly string[] Weeks =
    [
        "Mon-Fri 07:30-11:30 14:00-17:00",
        "Mon-Fri 08:00-12:00 13:00-17:00",
        "Mon-Fri 08:00-12:00 14:00-17:30; Sat 08:00-11:00",
        "Mon 07:00-12:00; Wed 13:00-17:00; Sun 09:30-10:15",
        "Mon-Sun 00:00-23:59",
    ];

    private readonly Random _random;
    private readonly Guid[] _ids = [.. Weeks.Select(_ => Guid.NewGuid())];

    internal RandomClock(Random random)
    {
        _random = random;
        var holidays = WorkingCalendarOracleTests.SomeHolidays(random);
        var hours = Weeks.Select(OfficeHours.Parse).ToList();
        Calendars = _ids.Zip(hours).ToDictionary(o => o.First, o => new WorkingCalendar(o.Second, holidays, new HashSet<int>()));

        // The longest day of each week, written down by hand: 7 h, 8 h, 7.5 h, 5 h, and all minutes but one.
        int[] days = [420, 480, 450, 300, 1439];
        Offices = _ids.Select((id, i) => (id, Office: new WalkedOffice(new MinuteOracle(hours[i], holidays), days[i]))).ToDictionary(o => o.id, o => o.Office);
    }

    internal Dictionary<Guid, WorkingCalendar> Calendars { get; }

    internal Dictionary<Guid, WalkedOffice> Offices { get; }

    /// <summary>Received near a feast, then up to seven pauses, answers, transfers, climbs and reopenings; in order, and the last one open.</summary>
    internal List<ClockSegment> Segments()
    {
        List<ClockSegment> all = [ClockSegment.Received(Guid.NewGuid(), Office(), 1, WorkingCalendarOracleTests.NearAFeast(_random).AddSeconds(_random.Next(60)))];
        for (var i = _random.Next(8); i > 0; i--)
        {
            all.Add(Next(all[^1]));
        }

        return all;
    }

    internal ClockFacts Facts(CaseKind kind, List<ClockSegment> segments) => kind != CaseKind.Information ? ClockFacts.None : new()
    {
        FeeAcceptedAt = _random.Next(2) == 0 ? After(segments[^1].ListedAt) : null,
        ExtendedAt = _random.Next(2) == 0 ? After(segments[_random.Next(segments.Count)].From) : null,
    };

    private ClockSegment Next(ClockSegment last)
    {
        var at = After(last.ListedAt);
        switch (_random.Next(16))
        {
            case 0 or 1:
                return last.Climb(Office(), at, Late(at));
            case 2:
                last.Close(at);
                return last.Reopen(Office(), last.Level, After(at), Late(at));
            case < 7:
                return last.Transfer(Office(), at);
            default:
                return last.Kind == SegmentKind.Paused ? last.Resume(at) : last.Pause(at);
        }
    }

    private Guid Office() => _ids[_random.Next(12) switch { < 4 => 0, < 7 => 1, < 10 => 2, 10 => 3, _ => 4 }];

    // Never in the same minute: an office that had a case for no minute at all counts nothing of it.
    private DateTime After(DateTime at) => at.AddSeconds(61 + _random.Next(_random.Next(2) == 0 ? 86_400 : 8 * 86_400));

    private DateTime Late(DateTime at) => _random.Next(2) == 0 ? at : After(at);
}
