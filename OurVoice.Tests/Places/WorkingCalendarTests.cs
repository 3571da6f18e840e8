using OurVoice.Contracts.Places;
using static OurVoice.Tests.Places.Calendars;

namespace OurVoice.Tests.Places;

public sealed class WorkingCalendarTests
{
    [Theory]
    // Monday 13 April 2026 10:30: one hour is left before noon and three after 14:00; the 14th to 16th are Khmer New Year.
    // One working day is 7 h: 4 h on the 13th, so 3 h remain on Friday the 17th, 7:30 + 3 h = 10:30.
    [InlineData("2026-04-13 10:30", 1, "2026-04-17 10:30")]
    // Friday 3 October 2025 17:00 is closing time, nothing of it is left: ten days are 6-10 and 13, 14, 16, 17, 20 October
    // (15 October is the King-Father's day), all of them whole, so the end is closing time on the 20th.
    [InlineData("2025-10-03 17:00", 10, "2025-10-20 17:00")]
    // Saturday counts from Monday's opening; two days end at Tuesday's closing. Saturday is a holiday of Pchum Ben as well,
    // Monday the 12th too: so Tuesday the 13th and Wednesday the 14th.
    [InlineData("2026-10-10 12:00", 2, "2026-10-14 17:00")]
    // In the lunch break of Friday 20 November 2026, 3 h remain that day; 23-25 are Water Festival; 4 h on Thursday the 26th, 11:30.
    [InlineData("2026-11-20 12:15", 1, "2026-11-26 11:30")]
    // Before opening the day is whole.
    [InlineData("2026-06-01 00:00", 1, "2026-06-01 17:00")]
    public void AddWorkingDays_ends_as_counted_by_hand(string start, int days, string end) =>
        Assert.Equal(Local(end), Default.AddWorkingDays(Local(start), days));

    [Fact]
    public void A_short_saturday_passes_its_own_time_only()
    {
        // Saturday 6 June 2026 8-11 gives 3 h of the 7 h; the other 4 h end Monday at 11:30.
        var calendar = With("Mon-Fri 07:30-11:30 14:00-17:00; Sat 08:00-11:00");
        Assert.Equal(Local("2026-06-08 11:30"), calendar.AddWorkingDays(Local("2026-06-06 08:00"), 1));
    }

    [Theory]
    [InlineData("2026-04-13 00:01", "2026-04-17 07:30")] // 14-16 April are Khmer New Year
    [InlineData("2026-04-13 23:59", "2026-04-17 07:30")]
    [InlineData("2026-04-17 07:30", "2026-04-20 07:30")] // never the same day, and the weekend between
    [InlineData("2026-06-06 09:00", "2026-06-08 07:30")]
    public void NextOpening_is_that_of_the_next_working_day(string at, string opening) =>
        Assert.Equal(Local(opening), Default.NextOpening(Local(at)));

    [Theory]
    [InlineData("2026-06-01 07:29", "2026-06-01 07:30")]
    [InlineData("2026-06-01 07:30", "2026-06-01 07:30")]
    [InlineData("2026-06-01 11:29", "2026-06-01 11:29")]
    [InlineData("2026-06-01 11:30", "2026-06-01 14:00")]
    [InlineData("2026-06-05 17:00", "2026-06-08 07:30")]
    public void OpeningAtOrAfter_is_now_while_open_else_the_next_door(string at, string opening) =>
        Assert.Equal(Local(opening), Default.OpeningAtOrAfter(Local(at)));

    [Theory]
    [InlineData("2026-06-01 07:29", "2026-06-01 07:30")]
    [InlineData("2026-06-01 07:30", "2026-06-01 07:30")] // the opening itself is not too late
    [InlineData("2026-06-01 07:31", "2026-06-02 07:30")]
    [InlineData("2026-06-01 12:00", "2026-06-02 07:30")] // the afternoon begins no day
    [InlineData("2026-06-05 17:00", "2026-06-08 07:30")]
    [InlineData("2026-04-14 06:00", "2026-04-17 07:30")]
    public void DayBeginningAtOrAfter_is_a_morning_that_has_not_begun(string at, string opening) =>
        Assert.Equal(Local(opening), Default.DayBeginningAtOrAfter(Local(at)));

    [Fact]
    public void A_holiday_on_a_sunday_is_a_weekend_with_a_name()
    {
        Assert.Equal(new CalendarDay(new(2025, 9, 21), CalendarDayKind.Weekend, "Pchum Ben"), Default.Day(new(2025, 9, 21)));
        Assert.Equal(new CalendarDay(new(2025, 9, 22), CalendarDayKind.Holiday, "Pchum Ben"), Default.Day(new(2025, 9, 22)));
        Assert.Equal(new CalendarDay(new(2025, 9, 26), CalendarDayKind.Working, null), Default.Day(new(2025, 9, 26)));
    }

    [Fact]
    public void A_date_is_provisional_when_a_local_year_it_touches_is_not_confirmed()
    {
        Assert.False(Default.IsProvisional(Local("2025-12-31 09:00"), Local("2026-12-31 23:59")));
        Assert.True(Default.IsProvisional(Local("2026-12-31 23:59"), Local("2027-01-01 00:00")));
        Assert.True(Default.IsProvisional(Local("2024-12-31 23:59"), Local("2026-01-01 00:00")));
    }

    [Fact]
    public void Instants_that_are_not_utc_are_refused()
    {
        var local = new DateTime(2026, 6, 1, 9, 0, 0, DateTimeKind.Unspecified);
        Assert.Contains("UTC", Assert.Throws<ArgumentException>(() => Default.NextOpening(local)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Default.OpeningAtOrAfter(local));
        Assert.Throws<ArgumentException>(() => Default.Add(local, TimeSpan.Zero));
        Assert.Throws<ArgumentException>(() => Default.Add(local, TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentException>(() => Default.OfficeTimeBetween(local, Local("2026-06-01 10:00")));
    }

    [Fact]
    public void Seconds_are_counted_and_backwards_is_nothing()
    {
        var start = Local("2026-06-01 11:29").AddSeconds(30);
        Assert.Equal(Local("2026-06-01 14:00").AddSeconds(30), Default.Add(start, TimeSpan.FromMinutes(1)));
        Assert.Equal(TimeSpan.FromMinutes(1), Default.OfficeTimeBetween(start, Local("2026-06-01 14:00").AddSeconds(30)));
        Assert.Equal(TimeSpan.Zero, Default.OfficeTimeBetween(start, start.AddDays(-3)));
        Assert.Equal(start, Default.Add(start, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Default.Add(start, TimeSpan.FromTicks(-1)));
    }

    [Theory]
    [InlineData("2026-06-01 12:15")] // at lunch
    [InlineData("2026-06-06 09:00")] // on a Saturday
    [InlineData("2026-06-01 17:00")] // at closing
    public void No_time_at_all_has_passed_at_once_even_while_the_office_is_closed(string at)
    {
        Assert.Equal(Local(at), Default.Add(Local(at), TimeSpan.Zero));
        Assert.Equal(Local(at), Default.AddWorkingDays(Local(at), 0));
    }

    [Fact]
    public void A_calendar_without_its_week_its_holidays_or_its_years_is_refused()
    {
        var (holidays, years) = (new Dictionary<DateOnly, string>(), new HashSet<int>());
        Assert.Throws<ArgumentNullException>(() => new WorkingCalendar(null!, holidays, years));
        Assert.Throws<ArgumentNullException>(() => new WorkingCalendar(OfficeHours.Default, null!, years));
        Assert.Throws<ArgumentNullException>(() => new WorkingCalendar(OfficeHours.Default, holidays, null!));
    }
}
