namespace OurVoice.Contracts.Host;

/// <summary>Names of persons, compared as design 4.2 asks: all parts equal after the fold, in either order.</summary>
internal static class PersonNames
{
    private static readonly HashSet<string> LatinTitles =
        new(["mr", "mrs", "ms", "miss", "madam", "lok", "neak", "dr"], StringComparer.Ordinal);

    // The longer ones first: លោក is the beginning of លោកស្រី.
    private static readonly string[] KhmerTitles =
        [.. new[] { "លោកជំទាវ", "លោកស្រី", "ឯកឧត្តម", "អ្នកស្រី", "អ្នកនាង", "កញ្ញា", "លោក" }.Select(Fold.Of).OrderByDescending(t => t.Length)];

    public static IReadOnlyList<string> Parts(string name) => WithoutTitle(Words(name));

    public static bool Same(string? a, string? b) =>
        Readings(a).Any(x => Readings(b).Any(y => SameParts(x, y)));

    // កញ្ញា is a title and also a given name, so a name is compared both with its first word and without it.
    private static List<string[]> Readings(string? name)
    {
        var whole = Words(name ?? "");
        if (whole.Length == 0)
        {
            return [];
        }

        var bare = WithoutTitle(whole);
        return bare.Length == whole.Length && bare[0] == whole[0] ? [whole] : [whole, bare];
    }

    private static bool SameParts(string[] a, string[] b) =>
        a.Order(StringComparer.Ordinal).SequenceEqual(b.Order(StringComparer.Ordinal), StringComparer.Ordinal)
        || Turns(a).Intersect(Turns(b), StringComparer.Ordinal).Any();

    // Written as one word, family name first or last: សុខដារា is សុខ ដារា or ដារា សុខ.
    private static IEnumerable<string> Turns(string[] parts) =>
        parts.Select((_, i) => string.Concat(parts[i..].Concat(parts[..i])));

    private static string[] Words(string name) => [.. Similarity.Words(Fold.Of(name))];

    private static string[] WithoutTitle(string[] words)
    {
        if (words.Length > 1 && (LatinTitles.Contains(words[0]) || KhmerTitles.Contains(words[0], StringComparer.Ordinal)))
        {
            return WithoutTitle(words[1..]);
        }

        return words.Length > 0 && Array.Find(KhmerTitles, t => IsBefore(t, words[0])) is { } title && words[0] != title
            ? [words[0][title.Length..], .. words[1..]]
            : words;
    }

    // Khmer titles are often written without a space before the name; a name that goes on with a vowel sign is no title.
    private static bool IsBefore(string title, string word) =>
        word == title || (word.StartsWith(title, StringComparison.Ordinal) && word[title.Length] is >= '\u1780' and <= '\u17B3');
}
