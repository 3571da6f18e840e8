using System.Globalization;
using OurVoice.Contracts.Places;
using OurVoice.Places.Sheets;

namespace OurVoice.Places.ImportHistory;

/// <summary>Reads and judges a file of ended codes and names.</summary>
internal sealed class HistoryFile(List<BadRow> bad)
{
    private static readonly string[] Required =
        ["old_code", "level", "kind", "old_name_en", "old_name_km", "first_seen", "last_seen", "successor_code", "how_matched"];

    public IReadOnlyList<HistoryRow> Read(string path, IReadOnlySet<string> known, CancellationToken cancellation)
    {
        var rows = new Dictionary<(string, string), (HistoryRow Row, SheetRow At)>();
        foreach (var row in new SheetReader(bad).Read(path, Required, cancellation))
        {
            if (Judge(row) is { } ended && !rows.TryAdd((ended.Code, ended.NameKm), (ended, row)))
                row.Refuse("old_code", "Expected_Once", rows[(ended.Code, ended.NameKm)].At.Line);
        }

        var codes = rows.Keys.Select(k => k.Item1).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, at) in rows.Values.Where(r => PlaceCodes.Parent(r.Row.Code) is { } parent && !codes.Contains(parent) && !known.Contains(parent)))
            at.Refuse("old_code", "Expected_KnownParent", PlaceCodes.Parent(row.Code)!);
        // Parents first, so that the type of a commune can follow from that of its district.
        return [.. rows.Values.Select(r => r.Row).OrderBy(r => r.Code.Length).ThenBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.First)];
    }

    private static HistoryRow? Judge(SheetRow row)
    {
        var code = row["old_code"];
        if (!PlaceCodes.IsCode(code))
        {
            row.Refuse("old_code", "Expected_PlaceCode");
            return null;
        }

        if (!string.Equals(row["level"], (code.Length / 2).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            row.Refuse("level", "Expected_Level", code.Length / 2);
        if (row["kind"] is not ("retired" or "renamed"))
            row.Refuse("kind", "Expected_OneOf", "retired, renamed");
        var (first, last) = (row.Day("first_seen"), row.Day("last_seen"));
        if (first > last)
            row.Refuse("last_seen", "Expected_NotBefore", row["first_seen"]);
        var successor = Successor(row, code);
        var ended = new HistoryRow(
            code, row["kind"] == "retired", row.LatinName("old_name_en", Place.NameLength), row.KhmerName("old_name_km", Place.NameLength),
            first ?? default, last ?? default, successor, row["how_matched"].Contains("guess", StringComparison.OrdinalIgnoreCase));
        return row.IsGood ? ended : null;
    }

    private static string? Successor(SheetRow row, string code)
    {
        var successor = row["successor_code"];
        if (successor.Length == 0)
            return null;
        if (!PlaceCodes.IsCode(successor) || successor.Length != code.Length)
            row.Refuse("successor_code", "Expected_SuccessorCode", code.Length);
        else if (row["kind"] == "renamed" != string.Equals(successor, code, StringComparison.Ordinal))
            row.Refuse("successor_code", row["kind"] == "renamed" ? "Expected_SameCode" : "Expected_OtherCode", code);
        return successor;
    }
}
