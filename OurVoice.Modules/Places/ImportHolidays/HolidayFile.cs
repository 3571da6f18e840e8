using OurVoice.Places.Sheets;

namespace OurVoice.Places.ImportHolidays;

/// <summary>Reads and judges a file of holidays. It must hold the whole list of every year it names, for its days replace the stored ones.</summary>
internal sealed class HolidayFile(List<BadRow> bad)
{
    /// <summary>A list with fewer days than this was cut off: Cambodia has about 21 a year.</summary>
    public const int LeastDays = 10;

    public static readonly IReadOnlyList<string> Required = ["date", "name_en", "name_km", "rule", "confidence"];

    public IReadOnlyList<HolidayRow> Read(string path, CancellationToken cancellation)
    {
        var rows = new Dictionary<(DateOnly, string), (HolidayRow Row, SheetRow At)>();
        foreach (var row in new SheetReader(bad).Read(path, Required, cancellation))
        {
            if (Judge(row) is { } holiday && !rows.TryAdd((holiday.Date, holiday.NameEn), (holiday, row)))
                row.Refuse("date", "Expected_Once", rows[(holiday.Date, holiday.NameEn)].At.Line);
        }

        foreach (var year in rows.Values.GroupBy(r => r.Row.Date.Year).Where(y => y.Count() < LeastDays && bad.Count == 0))
            year.First().At.Refuse("date", "Expected_WholeYear", year.Key, LeastDays);
        return [.. rows.Values.Select(r => r.Row)];
    }

    private static HolidayRow? Judge(SheetRow row)
    {
        var date = row.Day("date");
        if (date is { } day && row["weekday"] is { Length: > 0 } weekday && weekday != day.DayOfWeek.ToString()[..3])
            row.Refuse("weekday", "Expected_OneOf", day.DayOfWeek.ToString()[..3]);
        var said = (row.Text("confidence", HolidayTable.RemarkLength, required: true) ?? "").Split(": ", 2);
        var holiday = new HolidayRow(
            date ?? default, row.LatinName("name_en", Holiday.NameLength), row.KhmerName("name_km", Holiday.NameLength),
            row.Text("rule", HolidayTable.RemarkLength) ?? "", Confidence(row, said[0]), said[^1]);
        return row.IsGood ? holiday : null;
    }

    private static HolidayConfidence Confidence(SheetRow row, string word)
    {
        switch (word)
        {
            case "high": return HolidayConfidence.High;
            case "medium": return HolidayConfidence.Medium;
            case "low": return HolidayConfidence.Low;
            default:
                row.Refuse("confidence", "Expected_OneOf", "high, medium, low");
                return default;
        }
    }
}
