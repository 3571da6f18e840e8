using System.Globalization;

namespace OurVoice.Places.BuiltIn;

/// <summary>Public holidays known without any import, and which years' lists were compared with the announced one.</summary>
internal static class HolidayFacts
{
    private static readonly Lazy<(IReadOnlyList<HolidayYearRow> Years, IReadOnlyList<HolidayRow> Days)> Facts = new(Read);

    public static IReadOnlyList<HolidayYearRow> Years => Facts.Value.Years;

    public static IReadOnlyList<HolidayRow> Days => Facts.Value.Days;

    private static (IReadOnlyList<HolidayYearRow>, IReadOnlyList<HolidayRow>) Read()
    {
        var years = new List<HolidayYearRow>();
        var days = new List<HolidayRow>();
        var (en, km, rule) = ("", "", "");
        foreach (var line in FactLines.Of("holidays.txt"))
        {
            if (line.StartsWith("list ", StringComparison.Ordinal))
                years.Add(ReadYear(line));
            else if (line.StartsWith("  rule ", StringComparison.Ordinal))
                rule = line[7..];
            else if (line[0] == ' ')
                days.AddRange(ReadDays(line.Trim(), years).Select(d => new HolidayRow(d.Date, en, km, rule, Sure(d.Year, rule), d.Year.Source)));
            else
                (en, km) = FactLines.Cut(line, " = ") is var (left, right) ? (left, right!) : default;
        }

        return (years, days);
    }

    private static HolidayYearRow ReadYear(string line)
    {
        var words = line.Split(' ', 4);
        return new(int.Parse(words[1], CultureInfo.InvariantCulture), string.Equals(words[2], "confirmed", StringComparison.Ordinal), words[3]);
    }

    private static IEnumerable<(DateOnly Date, HolidayYearRow Year)> ReadDays(string line, List<HolidayYearRow> years)
    {
        var words = line.Split(' ');
        var year = years.Single(y => y.Year == int.Parse(words[0], CultureInfo.InvariantCulture));
        return words.Skip(1).Select(w => (DateOnly.ParseExact($"{year.Year}-{w}", "yyyy-MM-dd", CultureInfo.InvariantCulture), year));
    }

    private static HolidayConfidence Sure(HolidayYearRow year, string rule) =>
        year.Confirmed || rule.StartsWith("fixed", StringComparison.Ordinal) ? HolidayConfidence.High : HolidayConfidence.Medium;
}

/// <summary>A year's list of holidays: confirmed once it was compared with the announced list.</summary>
internal sealed record HolidayYearRow(int Year, bool Confirmed, string Source);
