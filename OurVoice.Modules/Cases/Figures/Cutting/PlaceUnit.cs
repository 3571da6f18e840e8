namespace OurVoice.Cases.Figures.Cutting;

/// <summary>A row of a table: one place, or several small ones together.</summary>
internal sealed record PlaceUnit(string Code, IReadOnlyList<Tally> Members)
{
    /// <summary>Follows the code of the place whose parts are put together.</summary>
    public const char Together = '*';

    /// <summary>What stands together under such a code: 1 provinces, 2 districts, 3 communes.</summary>
    /// <param name="together">Code of a place followed by <see cref="Together"/>; the country's is as long as a province's.</param>
    public static int LevelOfParts(string together) =>
        together.StartsWith(Tally.Root, StringComparison.Ordinal) ? 1 : (together.Length / 2) + 1;

    public int Total => Members.Sum(m => m.Total);

    public int Of(FigureBy by, string value) => Members.Sum(m => m.Of(by, value));

    /// <summary>The places below, where they may be looked at: those of a single place.</summary>
    public Tally? Single => Members.Count == 1 ? Members[0] : null;

    /// <summary>
    /// How the parts of a place may be shown: each that has ten for itself, the smaller ones together with the smallest that are
    /// needed. Nothing when all of them would stand together: then only the place itself is shown.
    /// </summary>
    public static IReadOnlyList<PlaceUnit> Split(Tally place)
    {
        var (together, alone) = Part(place.Below, 0);
        var singles = alone.Select(p => new PlaceUnit(p.Code, [p]));
        return alone.Count == 0 ? []
            : together.Count == 0 ? [.. singles]
            : [.. singles, new(place.Code + Together, together)];
    }

    /// <summary>Which of several places stand together, the smallest that are needed, and which for themselves, in order of codes.</summary>
    /// <param name="places">Places side by side.</param>
    /// <param name="least">So many stand together in any case, if there are so many.</param>
    public static (IReadOnlyList<Tally> Together, IReadOnlyList<Tally> Alone) Part(IEnumerable<Tally> places, int least)
    {
        var parts = places.OrderBy(p => p.Total).ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
        var together = Math.Min(parts.Count, Math.Max(least, parts.Count(p => Threshold.IsSmall(p.Total))));
        while (together > 0 && together < parts.Count && !Threshold.MayStandTogether([.. parts.Take(together).Select(p => p.Total)]))
        {
            together++;
        }

        return ([.. parts.Take(together)], [.. parts.Skip(together).OrderBy(p => p.Code, StringComparer.Ordinal)]);
    }
}
