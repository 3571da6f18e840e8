using System.Globalization;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Statements;

/// <summary>Whether a question repeats the citizen: then whoever reads it could know who wrote.</summary>
internal static class SharedWords
{
    /// <summary>So many grapheme clusters in a row, compared after the fold (design.md 4.2).</summary>
    public const int Run = 6;

    public static bool Any(string question, IEnumerable<string> told)
    {
        var asked = Runs(question);
        return asked.Count > 0 && told.Any(words => Runs(words).Overlaps(asked));
    }

    private static HashSet<string> Runs(string words)
    {
        var folded = Fold.Of(words);
        var starts = StringInfo.ParseCombiningCharacters(folded);
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Run <= starts.Length; i++)
        {
            runs.Add(folded[starts[i]..(i + Run < starts.Length ? starts[i + Run] : folded.Length)]);
        }

        return runs;
    }
}
