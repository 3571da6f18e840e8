using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places;

/// <summary>Search text of places: the folded names, one a line, so that a query is weighed against each name by itself.</summary>
internal static class PlaceSearch
{
    // People write "ឃុំ" or "district" before or after the name; the stored names stand without it.
    private static readonly string[] TypeWords =
        [.. Enum.GetValues<PlaceType>().SelectMany(t => new[] { Fold.Of(t.WordKm()), Fold.Of(t.WordEn()) })];

    public static string TextOf(params IEnumerable<string?> names) =>
        string.Join('\n', names.Where(n => n is not null).Select(n => Fold.Of(n!)));

    public static double Score(string searchText, string query) => searchText.Split('\n').Max(name => Fold.Score(name, query));

    /// <summary>The folded query, and once more without a word for the type.</summary>
    public static IReadOnlyList<string> Queries(string words)
    {
        var query = Fold.Of(words);
        var bare = TypeWords.Select(w => Without(query, w)).FirstOrDefault(q => q.Length > 0 && q != query);
        return bare is null ? [query] : [query, bare];
    }

    private static string Without(string query, string word)
    {
        if (query.StartsWith(word, StringComparison.Ordinal))
            return query[word.Length..].Trim();
        return query.EndsWith(" " + word, StringComparison.Ordinal) ? query[..^word.Length].Trim() : query;
    }
}
