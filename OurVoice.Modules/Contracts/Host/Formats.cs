using System.Globalization;

namespace OurVoice.Contracts.Host;

/// <summary>
/// How dates, times, numbers and money are written: here and nowhere else, never by the culture (km-KH writes 1.234,50៛ and
/// "2:07 PM"). On screens digits are 0-9 in both languages, so that figures can be compared and typed again; only the long
/// date of letters and papers (<see cref="LongDate(DateOnly, Lang)"/>) has Khmer digits in Khmer. Numbers are grouped by a
/// comma with a point for decimals, in both languages; halves are rounded away from zero.
/// </summary>
public static class Formats
{
    /// <summary>Of letters and papers: "ថ្ងៃអង្គារ ទី១៤ ខែមេសា ឆ្នាំ២០២៦", "Tuesday 14 April 2026".</summary>
    public static string LongDate(DateOnly day, Lang lang) => lang == Lang.Km
        ? Digits.ToKhmer(Invariant($"ថ្ងៃ{Calendar.Weekday(day, lang)} ទី{day.Day} ខែ{Calendar.Month(day.Month, lang)} ឆ្នាំ{day.Year}"))
        : Invariant($"{Calendar.Weekday(day, lang)} {Date(day, lang)}");

    /// <summary>On screens: "14 មេសា 2026", "14 April 2026".</summary>
    public static string Date(DateOnly day, Lang lang) => Invariant($"{day.Day} {Calendar.Month(day.Month, lang)} {day.Year}");

    /// <summary>In narrow columns, day first in both languages: "14/04/2026".</summary>
    public static string ShortDate(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>"មេសា 2026", "April 2026".</summary>
    public static string Month(int year, int month, Lang lang) => Invariant($"{Calendar.Month(month, lang)} {year}");

    /// <summary>"អង្គារ", "Tuesday".</summary>
    public static string Weekday(DateOnly day, Lang lang) => Calendar.Weekday(day, lang);

    /// <summary>24-hour clock: "14:07".</summary>
    public static string Time(TimeOnly time) => time.ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>A UTC instant as the day in Cambodia, as <see cref="Date"/> writes it.</summary>
    public static string DateOf(DateTime utc, Lang lang) => Date(PhnomPenh.DateOf(utc), lang);

    /// <summary>A UTC instant as day and time in Cambodia: "14 មេសា 2026, 14:07".</summary>
    public static string Moment(DateTime utc, Lang lang) =>
        $"{DateOf(utc, lang)}, {Time(TimeOnly.FromDateTime(PhnomPenh.ToLocal(utc)))}";

    /// <summary>"1,234,567", or with decimals "1,234.50".</summary>
    public static string Number(decimal number, int decimals = 0) =>
        Rounded(number, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Riel have no coins, so no decimals: "20,000 រៀល", "20,000 riel".</summary>
    public static string Riel(decimal amount, Lang lang) => Number(amount) + (lang == Lang.Km ? " រៀល" : " riel");

    /// <summary>Dollars of the United States with cents: "12.50 ដុល្លារ", "USD 12.50".</summary>
    public static string Dollars(decimal amount, Lang lang) => lang == Lang.Km ? Number(amount, 2) + " ដុល្លារ" : "USD " + Number(amount, 2);

    /// <summary>An amount in one of the two currencies in use, KHR or USD.</summary>
    /// <exception cref="ArgumentException">The currency is another.</exception>
    public static string Money(decimal amount, string currency, Lang lang) => currency switch
    {
        "KHR" => Riel(amount, lang),
        "USD" => Dollars(amount, lang),
        _ => throw new ArgumentException("KHR or USD is wanted.", nameof(currency)),
    };

    /// <summary>A share between 0 and 1 as "26%", or with decimals "25.6%".</summary>
    public static string Percent(decimal share, int decimals = 0) => Number(share * 100, decimals) + "%";

    /// <summary>"3 ក្នុងចំណោម 10", "3 of 10".</summary>
    public static string Fraction(int part, int whole, Lang lang) =>
        Number(part) + (lang == Lang.Km ? " ក្នុងចំណោម " : " of ") + Number(whole);

    /// <summary>"5 ថ្ងៃធ្វើការ", "5 working days".</summary>
    public static string WorkingDays(int count, Lang lang) => Counted(count, lang, "ថ្ងៃធ្វើការ", "working day");

    /// <summary>Calendar days: "5 ថ្ងៃ", "5 days".</summary>
    public static string Days(int count, Lang lang) => Counted(count, lang, "ថ្ងៃ", "day");

    private static string Counted(int count, Lang lang, string khmer, string english) =>
        Number(count) + " " + (lang == Lang.Km ? khmer : count == 1 ? english : english + "s");

    // Minus nought is written as nought.
    private static decimal Rounded(decimal number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero) is var rounded && rounded == 0 ? 0 : rounded;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A case number as people read it out: three, three and four digits.</summary>
    public static string Grouped(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length == 10 ? $"{number[..3]} {number[3..6]} {number[6..]}" : number;
    }
}
