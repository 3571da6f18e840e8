namespace OurVoice.Cases.Figures.Cutting;

/// <summary>The one threshold of small groups (design.md 4.12), for whoever could not open each counted case.</summary>
internal static class Threshold
{
    public const int Least = 10;

    /// <summary>From 1 to 9: whoever reads it could be counting people she knows. None at all points at nobody.</summary>
    public static bool IsSmall(int count) => count is > 0 and < Least;

    /// <summary>
    /// Whether several counts, one of them small, may be shown as their sum: ten at least, so two of them are not nought, and
    /// not just as many as if each were nine, which whoever knows that each is small would read off.
    /// </summary>
    public static bool MayStandTogether(IReadOnlyCollection<int> counts)
    {
        var (sum, members) = (counts.Sum(), counts.Count(c => c > 0));
        return sum >= Least && sum != (Least - 1) * members;
    }
}
