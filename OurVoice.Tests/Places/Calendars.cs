using System.Globalization;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Places;

/// <summary>Calendars by story: Cambodia's three great feasts of three years, in the file that came with the project or as typed here.</summary>
internal static class Calendars
{
    // The dates of the research's holidays.csv that the golden cases lean on, so that they run where the file is not.
    private static readonly (string Name, string[] Dates)[] Feasts =
    [
        ("International New Year Day", ["2025-01-01", "2026-01-01", "2027-01-01"]),
        ("Day of Victory over the Genocidal Regime", ["2025-01-07", "2026-01-07", "2027-01-07"]),
        ("Khmer New Year", ["2025-04-14", "2025-04-15", "2025-04-16", "2026-04-14", "2026-04-15", "2026-04-16", "2027-04-14", "2027-04-15", "2027-04-16"]),
        ("International Labour Day", ["2025-05-01", "2026-05-01", "2027-05-01"]),
        ("Pchum Ben", ["2025-09-21", "2025-09-22", "2025-09-23", "2026-10-10", "2026-10-11", "2026-10-12", "2027-09-29", "2027-09-30", "2027-10-01"]),
        ("Constitution Day", ["2025-09-24", "2026-09-24", "2027-09-24"]),
        ("Commemoration Day of the late King-Father", ["2025-10-15", "2026-10-15", "2027-10-15"]),
        ("Water Festival", ["2025-11-04", "2025-11-05", "2025-11-06", "2026-11-23", "2026-11-24", "2026-11-25", "2027-11-12", "2027-11-13", "2027-11-14"]),
        ("Peace Day", ["2025-12-29", "2026-12-29", "2027-12-29"]),
    ];

    internal static Dictionary<DateOnly, string> Holidays { get; } =
        Feasts.SelectMany(f => f.Dates.Select(d => (Date: DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture), f.Name)))
            .ToDictionary(h => h.Date, h => h.Name);

    internal static WorkingCalendar Default { get; } = new(OfficeHours.Default, Holidays, new HashSet<int> { 2025, 2026 });

    internal static WorkingCalendar With(string hours, Dictionary<DateOnly, string>? holidays = null) =>
        new(OfficeHours.Parse(hours), holidays ?? Holidays, new HashSet<int> { 2025, 2026 });

    /// <summary>Local wall time in Cambodia as an instant.</summary>
    internal static DateTime Local(string time) =>
        DateTime.SpecifyKind(DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), DateTimeKind.Utc).AddHours(-7);

    /// <summary>The whole list of the research, null where its file is absent.</summary>
    internal static Dictionary<DateOnly, string>? FromFile() => Repository.SharedData is not { } folder ? null
        : File.ReadLines(Path.Combine(folder, "holidays.csv")).Skip(1).Select(line => line.Split(','))
            .GroupBy(c => DateOnly.ParseExact(c[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), c => c[2])
            .ToDictionary(g => g.Key, g => string.Join(" / ", g));
}
