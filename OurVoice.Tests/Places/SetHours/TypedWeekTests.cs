using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places.SetHours;

namespace OurVoice.Tests.Places.SetHours;

public sealed class TypedWeekTests
{
    [Theory]
    [InlineData("07:30-11:30, 14:00-17:00", "Mon 07:30-11:30 14:00-17:00")]
    [InlineData(" 7.30 – 11.30 ; 14:00—17:00 ", "Mon 07:30-11:30 14:00-17:00")]
    [InlineData("14:00-17:00 07:30-11:30", "Mon 07:30-11:30 14:00-17:00")]
    [InlineData("០៧:៣០-១១:៣០\u200B ១៤:០០-១៧:០០", "Mon 07:30-11:30 14:00-17:00")]
    [InlineData("00:00-23:59", "Mon 00:00-23:59")]
    [InlineData("08:00-12:00,12:00-16:00", "Mon 08:00-12:00 12:00-16:00")]
    public void Times_are_read_as_people_write_them(string typed, string hours) => Assert.Equal(hours, Week(typed).ToHours().ToString());

    [Theory]
    [InlineData("morning", "Rule_HoursDay")]
    [InlineData("7-11", "Rule_HoursDay")]
    [InlineData("07:30", "Rule_HoursDay")]
    [InlineData("07:30-11:30 and 14:00-17:00", "Rule_HoursDay")]
    [InlineData("07:30-24:00", "Rule_HoursDay")]
    [InlineData("07:60-11:30", "Rule_HoursDay")]
    [InlineData("07:30-11:300", "Rule_HoursDay")]
    [InlineData("07:30-11:30-12:30", "Rule_HoursDay")]
    [InlineData("17:00-07:30", "Rule_HoursBackwards")]
    [InlineData("07:30-07:30", "Rule_HoursBackwards")]
    [InlineData("07:30-11:30 11:00-17:00", "Rule_HoursOverlap")]
    [InlineData("01:00-02:00 03:00-04:00 05:00-06:00 07:00-08:00 09:00-10:00", "Rule_HoursMany")]
    public void What_cannot_be_meant_is_refused_with_its_day(string typed, string rule)
    {
        var broken = Assert.Throws<RuleBroken>(() => Week("08:00-12:00", typed).ToHours());
        Assert.Equal((rule, DayOfWeek.Tuesday), (broken.Rule, broken.Arguments[0]));
    }

    [Fact]
    public void A_very_long_line_is_refused_and_a_week_without_an_opening_too()
    {
        Assert.Equal("Rule_HoursDay", Assert.Throws<RuleBroken>(() => Week(new string(' ', 5_000_000)).ToHours()).Rule);
        Assert.Equal("Rule_HoursNever", Assert.Throws<RuleBroken>(() => Week("", " ", "\u200B").ToHours()).Rule);
    }

    [Theory]
    [InlineData("Mon-Fri 07:30-11:30 14:00-17:00")]
    [InlineData("Mon 06:00-07:00 08:00-09:00 10:00-11:00 12:00-13:00; Wed-Thu 00:00-23:59; Sun 08:00-11:00")]
    public void What_the_form_shows_is_read_as_the_same_hours(string text) =>
        Assert.Equal(OfficeHours.Parse(text), TypedWeek.Of(OfficeHours.Parse(text)).ToHours());

    private static TypedWeek Week(params string[] days) => new([.. days, .. Enumerable.Repeat("", 7 - days.Length)]);
}
