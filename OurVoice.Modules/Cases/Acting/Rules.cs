using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Acting;

/// <summary>Rules that more than one act asks.</summary>
internal static class Rules
{
    public const int MaxClusters = 4_000;

    /// <summary>Not there, or not for this account: nobody can tell which.</summary>
    public static RuleBroken NotFound() => new("NotFound");

    /// <summary>The words without blanks around them.</summary>
    public static string Words(string? typed)
    {
        var words = typed?.Trim() ?? "";
        if (Fold.Of(words).Length == 0)
        {
            throw new RuleBroken("Rule_Empty");
        }

        // The count walks the whole text, so a text that cannot be short enough is refused by its length first.
        return words.Length <= MaxClusters * 20 && Clusters.Count(words) <= MaxClusters
            ? words
            : throw new RuleBroken("Rule_TooLong", MaxClusters);
    }

    public static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new RuleBroken(rule);
        }
    }
}
