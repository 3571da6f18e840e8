using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Places;

/// <summary>10,000 random stories of three years against the minute oracle. A failure prints its number, and the seeds are fixed.</summary>
public sealed class WorkingCalendarOracleTests
{
    private static readonly Lazy<Dictionary<DateOnly, string>> All = new(() => Calendars.FromFile() ?? Calendars.Holidays);

    private static readonly string[] Weeks =
    [
        "Mon-Fri 07:30-11:30 14:00-17:00",
        "Mon-Fri 08:00-12:00 14:00-17:30; Sat 08:00-11:00",
        "Mon 07:00-12:00; Wed 13:00-17:00; Sun 09:30-10:15",
        "Mon-Sun 00:00-23:59",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_answer_equals_the_minute_by_minute_count(int seed)
    {
        var random = new Random(seed);
        var hours = OfficeHours.Parse(Weeks[seed - 1]);
        var years = Enumerable.Range(0, 12).Select(_ => SomeHolidays(random))
            .Select(h => (Calendar: new WorkingCalendar(hours, h, new HashSet<int>()), Oracle: new MinuteOracle(hours, h))).ToArray();
        for (var story = 0; story < 2_500; story++)
        {
            var (calendar, oracle) = years[random.Next(years.Length)];
            var start = NearAFeast(random);
            var minutes = random.Next(1, 12 * 420);
            var end = oracle.After(start, minutes);

            Assert.Equal((story, end), (story, calendar.Add(start, TimeSpan.FromMinutes(minutes))));
            Assert.Equal((story, TimeSpan.FromMinutes(minutes)), (story, calendar.OfficeTimeBetween(start, end)));
            Assert.Equal((story, FirstOpen(oracle, start)), (story, calendar.OpeningAtOrAfter(start)));
            Assert.Equal((story, FirstOpen(oracle, start.AddHours(7).Date.AddDays(1).AddHours(-7))), (story, calendar.NextOpening(start)));
        }
    }

    [Fact]
    public void The_list_of_the_research_gives_the_working_days_it_states()
    {
        if (Calendars.FromFile() is not { } holidays)
        {
            return; // The data of the research is not here; the golden cases carry the feasts.
        }

        var calendar = new WorkingCalendar(OfficeHours.Default, holidays, new HashSet<int>());
        int[] counted = [.. new[] { 2025, 2026, 2027 }.Select(year =>
            Enumerable.Range(0, 365).Count(day => calendar.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(day))))];
        Assert.Equal([243, 243, 242], counted);
        Assert.All(Calendars.Holidays.Keys, date => Assert.Contains(date, (IReadOnlyDictionary<DateOnly, string>)holidays));
    }

    internal static DateTime NearAFeast(Random random)
    {
        var feasts = Calendars.Holidays.Keys.ToList();
        var day = feasts[random.Next(feasts.Count)].AddDays(random.Next(-12, 4)).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return day.AddMinutes(random.Next(24 * 60)).AddHours(-7);
    }

    internal static Dictionary<DateOnly, string> SomeHolidays(Random random)
    {
        var all = All.Value;
        return random.Next(3) == 0
            ? all.Where(_ => random.Next(2) == 0).ToDictionary(h => h.Key, h => h.Value)
            : all;
    }

    private static DateTime FirstOpen(MinuteOracle oracle, DateTime from)
    {
        while (!oracle.IsOpen(from))
        {
            from = from.AddMinutes(1);
        }

        return from;
    }
}
