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

    /// <summary>The words as they go to the office.</summary>
    /// <exception cref="RuleBroken">Rule_Empty or Rule_TooLong (with the count and the limit).</exception>
    public static string Judged(string words)
    {
        if (Clusters.IsBlank(words))
        {
            throw new RuleBroken("Rule_Empty");
        }

        var trimmed = words.Trim();
        var count = Clusters.Count(trimmed);
        return count <= MaxClusters ? trimmed : throw new RuleBroken("Rule_TooLong", count, MaxClusters);
    }

    /// <summary>What stands in the box again: all of it, unless the page would not fit through a weak line.</summary>
    public static string Back(string words) =>
        Encoding.UTF8.GetByteCount(words) <= MostBytesBack ? words : Clusters.First(words, MaxClusters);

    /// <summary>The language of a text by its letters, for its <c>lang</c> attribute.</summary>
    public static string LangOf(string words) => words.Any(c => c is >= '\u1780' and <= '\u17FF') ? "km" : "en";
}
