using OurVoice.Cases.Figures.Cutting;

namespace OurVoice.Tests.Cases.Figures;

/// <summary>Somebody who has all tables of several months and of the months together, and solves them together.</summary>
internal sealed class TwelveReader
{
    private readonly IReadOnlyList<World> _worlds;
    private readonly IReadOnlyList<IReadOnlyList<Published>> _tables;
    private readonly IReadOnlyList<PublishedTwelve> _twelve;
    private readonly List<Reader> _months;
    private readonly Simplex _simplex;

    public TwelveReader(IReadOnlyList<World> worlds, IReadOnlyList<IReadOnlyList<Published>> tables, IReadOnlyList<PublishedTwelve> twelve)
    {
        (_worlds, _tables, _twelve) = (worlds, tables, twelve);
        _months = [.. worlds.Zip(tables, (w, t) => new Reader(w, t))];
        var equations = _months.SelectMany((m, i) => m.Equations.Select(e => (At(i, e.Of), e.Is))).Concat(twelve.Select(t => (All(t.Unit), (double)t.Count)));
        _simplex = Simplex.Of([.. equations], _months.Sum(m => m.Width));
    }

    /// <summary>
    /// Each count from 1 to 9 that she knows exactly: of a month; of a place in all months or in those in which it is not named;
    /// of what is left of a place when its parts with a total are taken away.
    /// </summary>
    public IEnumerable<string> Known() => _months.SelectMany((m, i) => m.Small().Select(s => ($"month {i}: {s.Name}", At(i, s.Sum), s.Count)))
        .Concat(Places().SelectMany(Together)).Where(s => s.Item3 is > 0 and < 10 && IsKnown(s.Item2, s.Item3)).Select(s => $"{s.Item1} is {s.Item3}");

    private IEnumerable<string> Places() => new[] { 2, 4, 6 }.SelectMany(l => _worlds[0].Communes.Select(c => c[..l])).Prepend("KH").Distinct();

    private IEnumerable<(string, double[], int)> Together(string place)
    {
        var all = Enumerable.Range(0, _worlds.Count).ToList();
        yield return ($"{place} in all months", All(place), all.Sum(i => Count(i, place)));
        var hidden = all.Where(i => !_tables[i].Any(t => t.By == FigureBy.Total && t.Unit == place)).ToList();
        yield return ($"{place} in hidden months", Plus(hidden.Select(i => At(i, _months[i].Sum(place)))), hidden.Sum(i => Count(i, place)));
        var listed = _twelve.Where(t => t.Parent == place).Select(t => t.Unit).ToList();
        double[][] rest = [All(place), .. listed.Select(u => All(u).Select(v => -v).ToArray())];
        yield return ($"rest of {place}", Plus(rest), all.Sum(i => Count(i, place) - listed.Sum(u => Count(i, u))));
        var named = _worlds[0].Communes.Where(c => place == "KH" || c.StartsWith(place, StringComparison.Ordinal)).Where(c => all.TrueForAll(i => _tables[i].Any(t => t.Unit == c))).ToList();
        yield return ($"rest of {place} without what every month names", Plus(rest.Concat(named.Select(u => All(u).Select(v => -v).ToArray()))), all.Sum(i => Count(i, place) - listed.Concat(named).Sum(u => Count(i, u))));
    }

    // There is a world with one case more or one with one less.
    private bool IsKnown(double[] sum, int count)
    {
        var (least, most) = (_simplex.Least(sum).Value, -_simplex.Least([.. sum.Select(s => -s)]).Value);
        Assert.InRange(count, least - 1e-4, most + 1e-4);
        return least > count - 1 + 1e-4 && most < count + 1 - 1e-4;
    }

    private int Count(int month, string place) => _worlds[month].Count(c => place == "KH" || c.StartsWith(place, StringComparison.Ordinal));

    private double[] All(string place) => Plus(_months.Select((m, i) => At(i, m.Sum(place))));

    private double[] Plus(IEnumerable<double[]> sums) => sums.Aggregate(new double[_months.Sum(m => m.Width)], (a, b) => [.. a.Zip(b, (x, y) => x + y)]);

    private double[] At(int month, double[] sum) =>
        [.. new double[_months.Take(month).Sum(m => m.Width)], .. sum, .. new double[_months.Skip(month + 1).Sum(m => m.Width)]];
}
