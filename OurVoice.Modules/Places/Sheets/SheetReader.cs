using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace OurVoice.Places.Sheets;

/// <summary>Reads comma-separated files row by row. What is wrong with a file as a whole becomes a bad row of its header line.</summary>
internal sealed class SheetReader(List<BadRow> bad)
{
    // Anything that is not UTF-8 must be refused, not turned into question marks.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public IEnumerable<SheetRow> Read(string path, IReadOnlyList<string> required, CancellationToken cancellation)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            bad.Add(new BadRow(file, 0, "", path, "Expected.File", []));
            yield break;
        }

        using var reader = new StreamReader(path, Strict);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, DetectDelimiter = false });
        var columns = Next(csv, file) ? Columns(csv.Record!) : [];
        if (!HasAll(file, columns, required))
            yield break;
        while (Next(csv, file))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Whole(csv, file, columns.Count) is { } cells)
                yield return new SheetRow(file, csv.RawRow, columns, cells, bad);
        }
    }

    private bool Next(CsvParser csv, string file)
    {
        try
        {
            return csv.Read();
        }
        catch (DecoderFallbackException)
        {
            bad.Add(new BadRow(file, csv.RawRow + 1, "", "", "Expected.Utf8", []));
            return false;
        }
    }

    private static Dictionary<string, int> Columns(string[] header) =>
        header.Select((name, at) => (name, at)).DistinctBy(c => c.name, StringComparer.Ordinal)
            .ToDictionary(c => c.name, c => c.at, StringComparer.Ordinal);

    private bool HasAll(string file, Dictionary<string, int> columns, IReadOnlyList<string> required)
    {
        var missing = required.Where(c => !columns.ContainsKey(c)).ToList();
        bad.AddRange(missing.Select(c => new BadRow(file, 1, c, string.Join(',', columns.Keys), "Expected.Column", [c])));
        return missing.Count == 0;
    }

    private string[]? Whole(CsvParser csv, string file, int columns)
    {
        var cells = csv.Record!;
        // A quote that is never closed swallows the lines after it.
        if (cells.FirstOrDefault(c => c.AsSpan().ContainsAny('\r', '\n')) is { } open)
            bad.Add(new BadRow(file, csv.RawRow, "", open, "Expected.OneLine", []));
        else if (cells.Length != columns)
            bad.Add(new BadRow(file, csv.RawRow, "", cells.Length.ToString(CultureInfo.InvariantCulture), "Expected.Cells", [columns]));
        else
            return cells;
        return null;
    }
}
