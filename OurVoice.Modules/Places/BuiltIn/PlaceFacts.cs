using OurVoice.Contracts.Places;

namespace OurVoice.Places.BuiltIn;

/// <summary>Places known without any import: all provinces and districts, and the communes of Battambang and Phnom Penh.</summary>
internal static class PlaceFacts
{
    private static readonly Lazy<(IReadOnlyList<PlaceRow> Rows, IReadOnlyDictionary<string, string> Iso)> Facts = new(Read);

    public static IReadOnlyList<PlaceRow> All => Facts.Value.Rows;

    /// <summary>ISO 3166-2 code by the official code of a province.</summary>
    public static IReadOnlyDictionary<string, string> Iso => Facts.Value.Iso;

    private static (IReadOnlyList<PlaceRow>, IReadOnlyDictionary<string, string>) Read()
    {
        var rows = new List<PlaceRow>();
        var isoOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in new[] { "country.txt", "battambang.txt", "phnom-penh.txt" }.SelectMany(FactLines.Of))
        {
            var (rest, iso) = FactLines.Cut(line.Trim(), " @ ");
            var row = ReadPlace(rest);
            rows.Add(row);
            if (iso is not null)
                isoOf.Add(row.Code, iso);
        }

        return (rows, isoOf);
    }

    private static PlaceRow ReadPlace(string line)
    {
        var (rest, alt) = FactLines.Cut(line, " ~ ");
        var (left, english) = FactLines.Cut(rest, " = ");
        var words = left.Split(' ', 3);
        return new PlaceRow(words[0], TypeOf(words[1]), words[2], english!, alt);
    }

    private static PlaceType TypeOf(string word) => word switch
    {
        "province" => PlaceType.Province,
        "capital" => PlaceType.Capital,
        "srok" => PlaceType.District,
        "krong" => PlaceType.Municipality,
        "khan" => PlaceType.Khan,
        "khum" => PlaceType.Commune,
        "sangkat" => PlaceType.Sangkat,
        _ => throw new FormatException($"The fact files have no type {word}."),
    };
}
