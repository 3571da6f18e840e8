using System.Globalization;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Host;

public sealed class FormatsTests
{
    private static readonly DateOnly NewYear = new(2026, 4, 14);

    public FormatsTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("km-KH");

    [Fact]
    public void Dates_in_Khmer_have_Khmer_digits_only_in_the_long_form()
    {
        Assert.Equal("ថ្ងៃអង្គារ ទី១៤ ខែមេសា ឆ្នាំ២០២៦", Formats.LongDate(NewYear, Lang.Km));
        Assert.Equal("14 មេសា 2026", Formats.Date(NewYear, Lang.Km));
        Assert.Equal("មេសា 2026", Formats.Month(2026, 4, Lang.Km));
        Assert.Equal("14/04/2026", Formats.ShortDate(NewYear));
    }

    [Fact]
    public void Dates_in_English()
    {
        Assert.Equal("Tuesday 14 April 2026", Formats.LongDate(NewYear, Lang.En));
        Assert.Equal("14 April 2026", Formats.Date(NewYear, Lang.En));
        Assert.Equal("Tuesday", Formats.Weekday(NewYear, Lang.En));
    }

    [Fact]
    public void Khmer_names_of_months_and_days_are_those_of_the_system_culture()
    {
        var khmer = CultureInfo.GetCultureInfo("km-KH").DateTimeFormat;
        for (var month = 1; month <= 12; month++)
        {
            Assert.Equal(Fold.Of(khmer.GetMonthName(month)), Fold.Of(Formats.Month(2026, month, Lang.Km)[..^5]));
        }

        for (var day = 0; day < 7; day++)
        {
            Assert.Equal(Fold.Of(khmer.GetDayName(NewYear.AddDays(day).DayOfWeek)), Fold.Of(Formats.Weekday(NewYear.AddDays(day), Lang.Km)));
        }
    }

    [Fact]
    public void Moments_are_told_in_the_time_of_Cambodia_on_24_hours()
    {
        var utc = new DateTime(2026, 4, 13, 17, 5, 0, DateTimeKind.Utc);
        Assert.Equal("14 April 2026, 00:05", Formats.Moment(utc, Lang.En));
        Assert.Equal("14 មេសា 2026", Formats.DateOf(utc, Lang.Km));
        Assert.Equal("14:07", Formats.Time(new TimeOnly(14, 7)));
    }

    [Fact]
    public void Numbers_and_money_do_not_lean_on_the_culture()
    {
        Assert.Equal("1,234,567", Formats.Number(1234567));
        Assert.Equal("1,234.50", Formats.Number(1234.5m, 2));
        Assert.Equal("0", Formats.Number(-0.4m));
        Assert.Equal("20,001 រៀល", Formats.Riel(20000.5m, Lang.Km));
        Assert.Equal("20,000 riel", Formats.Money(20000, "KHR", Lang.En));
        Assert.Equal("USD 12.50", Formats.Money(12.5m, "USD", Lang.En));
        Assert.Equal("12.50 ដុល្លារ", Formats.Money(12.5m, "USD", Lang.Km));
        Assert.Throws<ArgumentException>(() => Formats.Money(1, "THB", Lang.En));
    }

    [Fact]
    public void Shares_and_days_read_as_sentences_need_them()
    {
        Assert.Equal("26%", Formats.Percent(0.256m));
        Assert.Equal("25.6%", Formats.Percent(0.256m, 1));
        Assert.Equal("3 of 1,000", Formats.Fraction(3, 1000, Lang.En));
        Assert.Equal("3 ក្នុងចំណោម 10", Formats.Fraction(3, 10, Lang.Km));
        Assert.Equal("1 working day", Formats.WorkingDays(1, Lang.En));
        Assert.Equal("10 working days", Formats.WorkingDays(10, Lang.En));
        Assert.Equal("10 ថ្ងៃធ្វើការ", Formats.WorkingDays(10, Lang.Km));
        Assert.Equal("2 days", Formats.Days(2, Lang.En));
    }
}
