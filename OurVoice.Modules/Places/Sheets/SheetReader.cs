using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace OurVoice.Places.Sheets;

/// <summary>Reads comma-separated UTF-8 files row by row. What is wrong with a file as a whole becomes a bad row of its own.</summary>
internal sealed class SheetReader(List<BadRow> bad)
{
    public IEnumerable<SheetRow> Read(string path, IReadOnlyList<string> required, CancellationToken cancellation)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            bad.Add(new BadRow(path, 0, "", "", "Expected_File", []));
            yield break;
        }

        using var csv = CsvReader.FromFile(path, Options(file), FileOptions.SequentialScan);
        var columns = csv.Read() ? Columns(Cells(csv, file) ?? []) : [];
        if (!HasAll(file, columns, required))
            yield break;
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (csv.FieldCount != columns.Count)
                bad.Add(new BadRow(file, (int)csv.LineNumber, "", csv.FieldCount.ToString(CultureInfo.InvariantCulture), "Expected_Cells", [columns.Count]));
            else if (Cells(csv, file) is { } cells)
                yield return new SheetRow(file, (int)csv.LineNumber, columns, cells, bad);
        }
    }

    // Every line break ends a row: a quotation mark that is never closed cannot swallow the rest of the file.
    private CsvReaderOptions Options(string file) => new()
    {
        Separator = ',',
        HasHeader = false,
        AllowLineBreaksInQuotes = false,
        TrimWhitespace = false,
        TrackLineNumbers = true,
        OnMalformedRecord = record => bad.Add(new BadRow(file, (int)record.LineNumber, "", record.RawRecord, "Expected_Quotes", [])),
    };

    // What is not UTF-8 must be refused, not turned into question marks.
    private string[]? Cells(CsvReader csv, string file)
    {
        var cells = new string[csv.FieldCount];
        for (var at = 0; at < cells.Length; at++)
        {
            if (!Utf8.IsValid(csv.GetSpan(at)))
            {
                bad.Add(new BadRow(file, (int)csv.LineNumber, "", Encoding.Latin1.GetString(csv.GetSpan(at)), "Expected_Utf8", []));
                return null;
            }

            cells[at] = csv.GetString(at);
        }

        return cells;
    }

    private static Dictionary<string, int> Columns(string[] header) =>
        header.Select((name, at) => (name, at)).DistinctBy(c => c.name, StringComparer.Ordinal)
            .ToDictionary(c => c.name, c => c.at, StringComparer.Ordinal);

    private bool HasAll(string file, Dictionary<string, int> columns, IReadOnlyList<string> required)
    {
        var missing = required.Where(c => !columns.ContainsKey(c)).ToList();
        bad.AddRange(missing.Select(c => new BadRow(file, 1, c, string.Join(',', columns.Keys), "Expected_Column", [c])));
        return missing.Count == 0;
    }
}
