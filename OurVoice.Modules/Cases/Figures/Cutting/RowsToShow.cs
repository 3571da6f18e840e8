namespace OurVoice.Cases.Figures.Cutting;

/// <summary>
/// Which rows below a shown row may be broken down by a dimension. What stays hidden is the shown row less the rest, so its sum must
/// hold no small number either (which one hidden row always does); else the smallest of the rest stays hidden with it.
/// </summary>
internal static class RowsToShow
{
    public static IReadOnlyList<PlaceUnit> Of(IReadOnlyList<PlaceUnit> units, FigureBy by, IReadOnlyList<Column> columns)
    {
        var hidden = units.Where(u => HasSmall([u])).ToList();
        var rest = new Queue<PlaceUnit>(units.Except(hidden).OrderBy(u => u.Total).ThenBy(u => u.Code, StringComparer.Ordinal));
        while (rest.Count > 0 && HasSmall(hidden))
        {
            hidden.Add(rest.Dequeue());
        }

        return [.. units.Where(rest.Contains)];

        bool HasSmall(IReadOnlyCollection<PlaceUnit> together) => columns.Any(c => Threshold.IsSmall(together.Sum(u => c.Of(u, by))));
    }
}
