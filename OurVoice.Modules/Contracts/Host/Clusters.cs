using System.Globalization;

namespace OurVoice.Contracts.Host;

/// <summary>Length and cutting of what people write, in grapheme clusters: what a reader counts as letters, not chars or bytes.</summary>
public static class Clusters
{
    // A Khmer stack has two subscripts at most; more than this in a row is not writing, and is cut where the limit is.
    private const int DeepestStack = 4;

    /// <summary>
    /// Grapheme clusters as .NET's <see cref="StringInfo"/> counts them. It counts each letter of a
    /// Khmer stack as one (ស្ត្រី is three), on every machine alike.
    /// </summary>
    public static int Count(string text)
    {
        var count = 0;
        for (var rest = text.AsSpan(); rest.Length > 0; count++)
        {
            rest = rest[StringInfo.GetNextTextElementLength(rest)..];
        }

        return count;
    }

    /// <summary>
    /// The text, or its beginning of at most <paramref name="limit"/> clusters. Never ends inside a cluster or between a
    /// subscript sign and its letter: the whole stack is left out instead.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public static string First(string text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var end = 0;
        var whole = 0;
        var depth = 0;
        for (var taken = 0; end < text.Length && taken < limit; taken++)
        {
            end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
            depth = EndsInCoeng(text.AsSpan(0, end)) ? depth + 1 : 0;
            whole = depth is 0 or > DeepestStack ? end : whole;
        }

        return end == text.Length ? text : text[..whole];
    }

    /// <summary>Whether there is nothing to see: null, empty, white space, or zero-width characters only.</summary>
    public static bool IsBlank(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (!Invisible.IsInvisible(rune) && !Invisible.IsSpace(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Every line end as \n. Forms arrive with \r\n, which would count twice and double on each round.</summary>
    public static string NormalizeNewlines(string text) => text.ReplaceLineEndings("\n");

    private static bool EndsInCoeng(ReadOnlySpan<char> text) => text.TrimEnd("\u17DD\u200B\u200C\u200D\u2060").EndsWith("\u17D2");
}
