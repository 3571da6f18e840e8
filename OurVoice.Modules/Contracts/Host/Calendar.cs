namespace OurVoice.Contracts.Host;

/// <summary>Names of months and weekdays of the Gregorian calendar, as official pages write them.</summary>
internal static class Calendar
{
    private static readonly string[] KhmerMonths =
        ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] KhmerWeekdays = ["អាទិត្យ", "ចន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍"];

    /// <summary>Of month 1 to 12.</summary>
    public static string Month(int month, Lang lang) => (lang == Lang.Km ? KhmerMonths : EnglishMonths)[month - 1];

    public static string Weekday(DateOnly day, Lang lang) =>
        lang == Lang.Km ? KhmerWeekdays[(int)day.DayOfWeek] : day.DayOfWeek.ToString();
}
