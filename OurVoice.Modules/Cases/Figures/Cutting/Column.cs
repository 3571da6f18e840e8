namespace OurVoice.Cases.Figures.Cutting;

/// <summary>A column of a month's table: one value, or several that are rare in the whole country together.</summary>
internal sealed record Column(string Value, IReadOnlyList<string> Members)
{
    /// <summary>Stands for the rare values together.</summary>
    public const string Others = "Others";

    public int Of(PlaceUnit unit, FigureBy by) => Members.Sum(m => unit.Of(by, m));

    /// <summary>
    /// The columns that hold for the whole month and country: a value that is rare there is small everywhere, so it stands
    /// together with the next rarest. Nothing when all would stand together.
    /// </summary>
    public static IReadOnlyList<Column> Of(Tally country, FigureBy by, IEnumerable<string> values)
    {
        var ordered = values.Select(v => (Value: v, Count: country.Of(by, v))).OrderBy(v => v.Count).ToList();
        var none = ordered.TakeWhile(v => v.Count == 0).ToList();
        var some = ordered.Skip(none.Count).ToList();
        var together = some.Count(v => Threshold.IsSmall(v.Count));
        if (together > 0)
        {
            while (together < some.Count && !Threshold.MayStandTogether([.. some.Take(together).Select(v => v.Count)]))
            {
                together++;
            }
        }

        var alone = none.Concat(some.Skip(together)).Select(v => new Column(v.Value, [v.Value]));
        return together > 0 && together == some.Count ? []
            : together == 0 ? [.. alone]
            : [.. alone, new(Others, [.. some.Take(together).Select(v => v.Value)])];
    }
}
