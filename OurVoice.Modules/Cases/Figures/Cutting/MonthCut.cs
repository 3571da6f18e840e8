namespace OurVoice.Cases.Figures.Cutting;

/// <summary>One published number.</summary>
/// <param name="By">The table.</param>
/// <param name="Parent">The place the unit is part of; empty for the country.</param>
/// <param name="Unit">Code of a place, or of a place with <see cref="PlaceUnit.Together"/>: the small ones of its parts.</param>
/// <param name="Places">How many places with cases the unit holds.</param>
/// <param name="Value">Kind, state, <see cref="Column.Others"/>, or empty in the table of totals.</param>
/// <param name="Count">Nought, or ten at least; null says "fewer than 10" and stands for the whole country only.</param>
internal sealed record Published(FigureBy By, string Parent, string Unit, int Places, string Value, int? Count);

/// <summary>
/// Cuts a month's cases into the one fixed set of tables that may be published: the tree of places, by kind and by state. What is
/// not in the answer is not published.
/// </summary>
internal static class MonthCut
{
    public static IReadOnlyList<Published> Of(Tally country, IReadOnlyDictionary<FigureBy, IReadOnlyList<string>> dimensions)
    {
        var whole = new PlaceUnit(country.Code, [country]);
        if (Threshold.IsSmall(country.Total))
        {
            return [new(FigureBy.Total, "", country.Code, 1, "", Count: null)];
        }

        var rows = new List<Published>();
        Totals("", whole, rows);
        foreach (var (by, values) in dimensions)
        {
            if (Column.Of(country, by, values) is { Count: > 0 } columns)
            {
                Broken("", whole, by, columns, rows);
            }
        }

        return rows;
    }

    private static void Totals(string parent, PlaceUnit unit, List<Published> rows)
    {
        rows.Add(new(FigureBy.Total, parent, unit.Code, unit.Members.Count, "", unit.Total));
        foreach (var part in unit.Single is { } place ? PlaceUnit.Split(place) : [])
        {
            Totals(unit.Code, part, rows);
        }
    }

    private static void Broken(string parent, PlaceUnit unit, FigureBy by, IReadOnlyList<Column> columns, List<Published> rows)
    {
        rows.AddRange(columns.Select(c => new Published(by, parent, unit.Code, unit.Members.Count, c.Value, c.Of(unit, by))));
        foreach (var part in unit.Single is { } place ? RowsToShow.Of(PlaceUnit.Split(place), by, columns) : [])
        {
            Broken(unit.Code, part, by, columns, rows);
        }
    }
}
