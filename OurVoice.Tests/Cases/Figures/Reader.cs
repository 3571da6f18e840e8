using OurVoice.Cases.Figures.Cutting;

namespace OurVoice.Tests.Cases.Figures;

/// <summary>A world of a few communes and who did what in them.</summary>
/// <param name="Communes">All of them, those without cases too: the list of places is public.</param>
internal sealed record World(List<string> Communes, IReadOnlyList<Counted> Cases, IReadOnlyList<string> Kinds, IReadOnlyList<string> States)
{
    public int Count(Func<string, bool> place, string? kind = null, string? state = null) =>
        Cases.Where(c => place(c.Place) && (kind is null || c.Kind == kind) && (state is null || c.State == state)).Sum(c => c.Count);
}

/// <summary>
/// Somebody who has every published table of a month, the list of places and all the time in the world. What the tables say becomes
/// equations between unknown counts (a commune and kind, a commune and state); what follows from them is what she knows. Shares no
/// code with the cutting.
/// </summary>
internal sealed class Reader
{
    private readonly World _world;
    private readonly IReadOnlyList<Published> _tables;
    private readonly List<(double[] Of, double Is)> _equations = [];
    private readonly Lazy<Simplex> _simplex;

    public Reader(World world, IReadOnlyList<Published> tables)
    {
        (_world, _tables) = (world, tables);
        foreach (var commune in world.Communes)
        {
            var both = Sum([commune], world.Kinds);
            var states = Sum([commune], world.States);
            _equations.Add(([.. both.Zip(states, (a, b) => a - b)], 0));
        }

        _equations.AddRange(tables.Where(t => t.Count is not null).Select(t => (Sum(Communes(t.Unit), Values(t)), (double)t.Count!.Value)));
        // Where parts are listed and no rest is, the parts that are not listed have none.
        foreach (var parent in tables.Where(t => t.By == FigureBy.Total && t.Parent.Length > 0).Select(t => t.Parent).Distinct().Where(p => tables.All(t => t.Unit != p + "*")))
        {
            _equations.Add((Sum(Unlisted(parent, FigureBy.Total), world.Kinds), 0));
        }

        _simplex = new(() => Simplex.Of(_equations, Width));
    }

    /// <summary>What the tables say: sums of unknown counts.</summary>
    public IReadOnlyList<(double[] Of, double Is)> Equations => _equations;

    public int Width => _world.Communes.Count * (_world.Kinds.Count + _world.States.Count);

    /// <summary>Each count from 1 to 9 that she knows exactly.</summary>
    public IEnumerable<string> Known() => Small().Where(s => IsKnown(s.Sum, s.Count)).Select(s => $"{s.Name} is {s.Count}");

    /// <summary>Each count from 1 to 9 of a place or rest of a place, and the unknown counts it is the sum of.</summary>
    public IEnumerable<(string Name, double[] Sum, int Count)> Small()
    {
        foreach (var (name, communes) in Groups().DistinctBy(g => string.Join(',', g.Communes)))
        {
            foreach (var (value, isKind) in _world.Kinds.Select(k => (k, true)).Concat(_world.States.Select(s => (s, false))).Append(("", true)))
            {
                var count = value.Length == 0 ? _world.Count(communes.Contains) : isKind ? _world.Count(communes.Contains, kind: value) : _world.Count(communes.Contains, state: value);
                if (count is > 0 and < 10)
                {
                    yield return ($"{name} {value}", Sum(communes, value.Length == 0 ? _world.Kinds : [value]), count);
                }
            }
        }
    }

    // Every place of the tree, and what is left of each when its listed parts are taken away.
    private IEnumerable<(string Name, IReadOnlyList<string> Communes)> Groups()
    {
        foreach (var length in new[] { 6, 4, 2, 0 })
        {
            foreach (var place in _world.Communes.Select(c => c[..length]).Distinct())
            {
                var code = length == 0 ? "KH" : place;
                yield return (code, Communes(code));
                foreach (var by in length == 6 ? [] : Enum.GetValues<FigureBy>())
                {
                    yield return ($"rest of {code} in {by}", Unlisted(code, by));
                }
            }
        }
    }

    private bool IsKnown(double[] sum, int count)
    {
        var (least, most) = (_simplex.Value.Least(sum), _simplex.Value.Least([.. sum.Select(s => -s)]));
        // Both ends are worlds of whole cases, so neither is an artefact of fractions.
        Assert.All(least.At.Concat(most.At), v => Assert.InRange(v - Math.Round(v), -1e-4, 1e-4));
        Assert.InRange(count, least.Value - 1e-4, -most.Value + 1e-4);
        return -most.Value - least.Value < 0.5;
    }

    /// <summary>The unknown counts of all cases of a place.</summary>
    public double[] Sum(string unit) => Sum(Communes(unit), _world.Kinds);

    private IReadOnlyList<string> Communes(string unit) =>
        unit == "KH" ? _world.Communes
        : unit.EndsWith('*') ? Unlisted(unit[..^1], FigureBy.Total)
        : [.. _world.Communes.Where(c => c.StartsWith(unit, StringComparison.Ordinal))];

    private IReadOnlyList<string> Unlisted(string parent, FigureBy by)
    {
        var listed = _tables.Where(t => t.By == by && t.Parent == parent && !t.Unit.EndsWith('*')).Select(t => t.Unit).ToHashSet(StringComparer.Ordinal);
        return [.. Communes(parent).Where(c => !listed.Any(l => c.StartsWith(l, StringComparison.Ordinal)))];
    }

    private IEnumerable<string> Values(Published row) => row.By switch
    {
        FigureBy.Total => _world.Kinds,
        FigureBy.Kind => Meant(row, _world.Kinds),
        _ => Meant(row, _world.States),
    };

    private IEnumerable<string> Meant(Published row, IReadOnlyList<string> all) =>
        row.Value == "Others" ? all.Where(v => !_tables.Any(t => t.By == row.By && t.Value == v)) : [row.Value];

    private double[] Sum(IReadOnlyList<string> communes, IEnumerable<string> values)
    {
        var all = _world.Kinds.Concat(_world.States).ToList();
        var sum = new double[Width];
        foreach (var commune in communes)
        {
            foreach (var value in values)
            {
                sum[(_world.Communes.IndexOf(commune) * all.Count) + all.IndexOf(value)] = 1;
            }
        }

        return sum;
    }
}
