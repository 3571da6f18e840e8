namespace OurVoice.Cases.Figures.Cutting;

/// <summary>A row of a table: one place, or several small ones together.</summary>
internal sealed record PlaceUnit(string Code, IReadOnlyList<Tally> Members)
{
    /// <summary>Follows the code of the place whose parts are put together.</summary>
    public const char Together = '*';

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
        var parts = place.Below.OrderBy(p => p.Total).ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
        var together = parts.Count(p => Threshold.IsSmall(p.Total));
        if (together > 0)
        {
            while (together < parts.Count && !Threshold.MayStandTogether([.. parts.Take(together).Select(p => p.Total)]))
            {
                together++;
            }
        }

        var singles = parts.Skip(together).OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => new PlaceUnit(p.Code, [p]));
        return together == parts.Count ? []
            : together == 0 ? [.. singles]
            : [.. singles, new(place.Code + Together, [.. parts.Take(together)])];
    }
}
