using System.Globalization;

namespace OurVoice.Contracts.Host;

/// <summary>Typo-tolerant closeness of two folded texts, the same for Khmer (no spaces between words) and Latin.</summary>
internal static class Similarity
{
    private const double LeastShare = 0.5;

    public static double Score(string text, string query)
    {
        if (query.Length == 0 || text.Length == 0)
        {
            return 0;
        }

        var closeness = 0.05 * Math.Min(query.Length, text.Length) / Math.Max(query.Length, text.Length);
        return text == query ? 1
            : text.StartsWith(query, StringComparison.Ordinal) ? 0.9 + closeness
            : text.Contains(" " + query, StringComparison.Ordinal) ? 0.8 + closeness
            : Compact(query) is { Length: > 0 } inside && Compact(text).Contains(inside, StringComparison.Ordinal) ? 0.7 + closeness
            : TypoScore(text, query, closeness);
    }

    /// <summary>Each word with two spaces before and one after it, in threes: the beginning of a word weighs more than its end.</summary>
    public static HashSet<string> Trigrams(string folded)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Words(folded))
        {
            var padded = "  " + word + " ";
            for (var i = 0; i + 3 <= padded.Length; i++)
            {
                result.Add(padded.Substring(i, 3));
            }
        }

        return result;
    }

    /// <summary>The runs of letters, marks and digits.</summary>
    public static IEnumerable<string> Words(string folded)
    {
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && IsWordCharacter(folded[i]))
            {
                continue;
            }

            if (i > start)
            {
                yield return folded[start..i];
            }

            start = i + 1;
        }
    }

    private static double TypoScore(string text, string query, double closeness)
    {
        var asked = Trigrams(query);
        var there = Trigrams(text);
        var share = asked.Count == 0 ? 0 : (double)asked.Count(there.Contains) / asked.Count;
        return share < LeastShare ? 0 : (0.6 * share) + closeness;
    }

    private static string Compact(string folded) => string.Concat(Words(folded));

    private static bool IsWordCharacter(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.Surrogate;
}
