using OurVoice.Contracts.Places;
using OurVoice.Places.Sheets;

namespace OurVoice.Places.ImportPlaces;

/// <summary>Reads and judges files of places. The order of the files makes no difference.</summary>
internal sealed class PlaceFiles(List<BadRow> bad)
{
    private static readonly string[] Required = ["code", "parent_code", "level", "type", "name_en", "name_km"];

    private readonly Dictionary<string, (PlaceRow Row, SheetRow At)> rows = new(StringComparer.Ordinal);

    /// <param name="paths">The files.</param>
    /// <param name="known">Codes in force in the database, which may be parents too.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public IReadOnlyList<PlaceRow> Read(IEnumerable<string> paths, IReadOnlySet<string> known, CancellationToken cancellation)
    {
        var reader = new SheetReader(bad);
        foreach (var row in paths.SelectMany(path => reader.Read(path, Required, cancellation)))
            Take(row);
        foreach (var (row, at) in rows.Values.Where(r => r.Row.ParentCode is not null))
        {
            if (!rows.ContainsKey(row.ParentCode!) && !known.Contains(row.ParentCode!))
                at.Refuse("parent_code", "Expected_KnownParent");
        }

        return [.. rows.Values.Select(r => r.Row).OrderBy(r => r.Code, StringComparer.Ordinal)];
    }

    private void Take(SheetRow row)
    {
        if (Judge(row) is not { } place || rows.TryAdd(place.Code, (place, row)))
            return;
        var (first, at) = rows[place.Code];
        if (first != place)
            row.Refuse("code", "Expected_SamePlace", at.File, at.Line);
    }

    private static PlaceRow? Judge(SheetRow row)
    {
        var code = row["code"];
        if (!PlaceCodes.IsCode(code))
        {
            row.Refuse("code", "Expected_PlaceCode");
            return null;
        }

        var level = (PlaceLevel)(code.Length / 2);
        if (!string.Equals(row["level"], ((int)level).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))
            row.Refuse("level", "Expected_Level", (int)level);
        if (!string.Equals(row["parent_code"], PlaceCodes.Parent(code) ?? "", StringComparison.Ordinal))
            row.Refuse("parent_code", "Expected_Parent", PlaceCodes.Parent(code) ?? "\"\"");
        var type = JudgeType(row, level);
        var place = new PlaceRow(code, type, row.KhmerName("name_km", Place.NameLength), row.LatinName("name_en", Place.NameLength), row.Text("name_en_alt", Place.NameLength));
        return row.IsGood ? place : null;
    }

    private static PlaceType JudgeType(SheetRow row, PlaceLevel level)
    {
        var types = TypesOf(level);
        var type = types.FirstOrDefault(t => string.Equals(t.WordEn(), row["type"], StringComparison.Ordinal));
        if (type == default)
            row.Refuse("type", "Expected_OneOf", string.Join(", ", types.Select(t => t.WordEn())));
        else if (row.Has("type_km") && !string.Equals(row["type_km"], type.WordKm(), StringComparison.Ordinal))
            row.Refuse("type_km", "Expected_OneOf", type.WordKm());
        return type;
    }

    private static PlaceType[] TypesOf(PlaceLevel level) => level switch
    {
        PlaceLevel.Province => [PlaceType.Province, PlaceType.Capital],
        PlaceLevel.District => [PlaceType.District, PlaceType.Municipality, PlaceType.Khan],
        PlaceLevel.Commune => [PlaceType.Commune, PlaceType.Sangkat],
        PlaceLevel.Village => [PlaceType.Village],
        _ => [],
    };
}
