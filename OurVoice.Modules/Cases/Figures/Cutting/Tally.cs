namespace OurVoice.Cases.Figures.Cutting;

/// <summary>So many cases of one place, kind and state.</summary>
/// <param name="Place">Code of a place; what is finer than a commune does not count.</param>
internal sealed record Counted(string Place, string Kind, string State, int Count);

/// <summary>A place with its cases and the places below it that have any. Code <see cref="Root"/> is the country.</summary>
internal sealed record Tally(string Code, int Total, IReadOnlyDictionary<FigureBy, IReadOnlyDictionary<string, int>> Cells, IReadOnlyList<Tally> Below)
{
    public const string Root = "KH";

    private const int CommuneLength = 6;

    /// <summary>The communes in it that have cases.</summary>
    public IEnumerable<Tally> Communes => Code.Length == CommuneLength ? [this] : Below.SelectMany(b => b.Communes);

    public static Tally Of(IEnumerable<Counted> counted) => Of(Root, 0, [.. counted.Where(c => c.Count > 0).Select(c => c with { Place = Commune(c.Place) })]);

    /// <summary>How many of one value.</summary>
    public int Of(FigureBy by, string value) => Cells[by].GetValueOrDefault(value);

    /// <summary>What was told of a whole province or district stands at a code of its own beside its parts: 0200, 020000.</summary>
    private static string Commune(string code) => code.PadRight(CommuneLength, '0')[..CommuneLength];

    private static Tally Of(string code, int length, IReadOnlyList<Counted> here) => new(
        code,
        here.Sum(c => c.Count),
        new Dictionary<FigureBy, IReadOnlyDictionary<string, int>> { [FigureBy.Kind] = Sum(here, c => c.Kind), [FigureBy.State] = Sum(here, c => c.State) },
        length == CommuneLength ? [] : [.. here.GroupBy(c => c.Place[..(length + 2)]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, length + 2, [.. g]))]);

    private static Dictionary<string, int> Sum(IEnumerable<Counted> here, Func<Counted, string> value) =>
        here.GroupBy(value).ToDictionary(g => g.Key, g => g.Sum(c => c.Count), StringComparer.Ordinal);
}
