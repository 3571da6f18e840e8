using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Places;

public sealed class OfficeHoursTests
{
    [Theory]
    [InlineData("Mon-Fri 07:30-11:30 14:00-17:00", "Mon-Fri 07:30-11:30 14:00-17:00")]
    [InlineData("Sun 08:00-11:00;Mon 07:00-12:00", "Mon 07:00-12:00; Sun 08:00-11:00")]
    [InlineData("Mon 08:00-11:00; Tue 08:00-11:00; Wed 09:00-10:00", "Mon-Tue 08:00-11:00; Wed 09:00-10:00")]
    [InlineData("Mon-Sun 00:00-23:59", "Mon-Sun 00:00-23:59")]
    public void Text_form_survives_both_ways_and_is_one_for_equal_hours(string typed, string kept)
    {
        var hours = OfficeHours.Parse(typed);
        Assert.Equal(kept, hours.ToString());
        Assert.Equal(hours, OfficeHours.Parse(kept));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Mon")]
    [InlineData("Fri-Mon 08:00-11:00")]
    [InlineData("Mon-Tue-Wed 08:00-11:00")]
    [InlineData("Mon 8:00-11:00")]
    [InlineData("Mon 11:00-08:00")]
    [InlineData("Mon 08:00-08:00")]
    [InlineData("Mon 08:00-24:00")]
    [InlineData("Mon 08:00-11:00 10:00-12:00")]
    [InlineData("Mon 14:00-17:00 08:00-11:00")]
    [InlineData("Mon-Wed 08:00-11:00; Tue 09:00-10:00")]
    [InlineData("Mon 01:00-02:00 03:00-04:00 05:00-06:00 07:00-08:00 09:00-10:00")]
    public void Text_that_is_no_office_hours_is_refused(string? text) => Assert.False(OfficeHours.TryParse(text, out _));

    [Fact]
    public void The_longest_text_fits_its_column()
    {
        var days = Enumerable.Range(0, 7).ToDictionary(d => (DayOfWeek)d, d => (IReadOnlyList<Opening>)
            [.. Enumerable.Range(0, OfficeHours.MaxOpeningsPerDay).Select(i => new Opening(new(5 * i, d), new((5 * i) + 4, 30)))]);
        var text = new OfficeHours(days).ToString();
        Assert.True(text.Length <= OfficeHours.MaxTextLength);
        Assert.Equal(7, text.Split(';').Length);
    }

    [Fact]
    public void A_working_day_is_the_longest_weekday()
    {
        Assert.Equal(TimeSpan.FromHours(7), OfficeHours.Default.RegularDay);
        Assert.Equal(TimeSpan.FromHours(8), OfficeHours.Parse("Mon 08:00-12:00; Tue-Thu 07:00-11:00 13:00-17:00; Sat 08:00-10:00").RegularDay);
    }

    [Fact]
    public void Seconds_in_an_opening_are_refused() =>
        Assert.Throws<ArgumentException>(() => new OfficeHours(new Dictionary<DayOfWeek, IReadOnlyList<Opening>>
        {
            [DayOfWeek.Monday] = [new(new TimeOnly(8, 0, 1), new TimeOnly(9, 0))],
        }));
}
