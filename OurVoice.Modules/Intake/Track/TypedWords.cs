using System.Text;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Track;

/// <summary>What a citizen typed into a box: how long it may be, and how much of it comes back.</summary>
internal static class TypedWords
{
    public const int MaxClusters = 4_000;
    private const int MostBytesBack = 100 * 1024;

    /// <summary>Line ends as one character, and null as nothing.</summary>
    public static string Read(string? typed) => Clusters.NormalizeNewlines(typed ?? "");

    /// <summary>Key of the sentence and the count of letters, or null when the words can be sent.</summary>
    public static (string Key, int Count)? Fault(string words)
    {
        if (Clusters.IsBlank(words))
        {
            return ("Rule_Empty", 0);
        }

        var count = Clusters.Count(words.Trim());
        return count > MaxClusters ? ("Rule_TooLong", count) : null;
    }

    /// <summary>What stands in the box again: all of it, unless the page would not fit through a weak line.</summary>
    public static string Back(string words) =>
        Encoding.UTF8.GetByteCount(words) <= MostBytesBack ? words : Clusters.First(words, MaxClusters);

    /// <summary>The language of a text by its letters, for its <c>lang</c> attribute.</summary>
    public static string LangOf(string words) => words.Any(c => c is >= '\u1780' and <= '\u17FF') ? "km" : "en";
}
