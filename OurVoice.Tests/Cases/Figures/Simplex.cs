namespace OurVoice.Tests.Cases.Figures;

/// <summary>
/// Linear programs over counts: all variables at least nought, all conditions equations. The dense tableau with Bland's rule, which
/// is slow and never turns in circles.
/// </summary>
internal sealed class Simplex
{
    private const double Tiny = 1e-7;
    private readonly double[][] _rows;
    private readonly int[] _basis;
    private readonly int _variables;

    private Simplex(double[][] rows, int[] basis, int variables) => (_rows, _basis, _variables) = (rows, basis, variables);

    /// <summary>Finds a first solution; the equations must have one.</summary>
    public static Simplex Of(IReadOnlyList<(double[] Of, double Is)> equations, int variables)
    {
        var width = variables + equations.Count + 1;
        var rows = equations.Select((e, i) =>
        {
            var row = new double[width];
            e.Of.CopyTo(row, 0);
            (row[variables + i], row[^1]) = (1, e.Is);
            return row;
        }).ToArray();
        var simplex = new Simplex(rows, [.. Enumerable.Range(variables, equations.Count)], width - 1);
        var cost = new double[width];
        Array.Fill(cost, 1, variables, equations.Count);
        Assert.InRange(simplex.Minimize(cost), -Tiny, Tiny * 100);
        return simplex.WithoutArtificial(variables);
    }

    /// <summary>The least value of a sum of variables and the solution that has it.</summary>
    public (double Value, double[] At) Least(double[] sum)
    {
        var copy = new Simplex([.. _rows.Select(r => (double[])r.Clone())], (int[])_basis.Clone(), _variables);
        var value = copy.Minimize([.. sum, 0]);
        var at = new double[_variables];
        for (var i = 0; i < copy._rows.Length; i++)
        {
            at[copy._basis[i]] = copy._rows[i][^1];
        }

        return (value, at);
    }

    // The helpers of the first phase leave the basis; where none of the real variables can take their place the row says nothing.
    private Simplex WithoutArtificial(int variables)
    {
        for (var row = 0; row < _rows.Length; row++)
        {
            var real = Array.FindIndex(_rows[row], 0, variables, v => Math.Abs(v) > Tiny);
            if (_basis[row] >= variables && real >= 0)
            {
                Pivot(row, real);
            }
        }

        var kept = Enumerable.Range(0, _rows.Length).Where(r => _basis[r] < variables).ToList();
        return new([.. kept.Select(r => (double[])[.. _rows[r][..variables], _rows[r][^1]])], [.. kept.Select(r => _basis[r])], variables);
    }

    private double Minimize(double[] cost)
    {
        var reduced = (double[])cost.Clone();
        for (var row = 0; row < _rows.Length; row++)
        {
            Subtract(reduced, _rows[row], reduced[_basis[row]]);
        }

        while (Array.FindIndex(reduced, 0, _variables, r => r < -Tiny) is var enters and >= 0)
        {
            var leaves = Enumerable.Range(0, _rows.Length).Where(r => _rows[r][enters] > Tiny)
                .OrderBy(r => Math.Round(_rows[r][^1] / _rows[r][enters], 9)).ThenBy(r => _basis[r]).First();
            Pivot(leaves, enters);
            Subtract(reduced, _rows[leaves], reduced[enters]);
        }

        return -reduced[^1];
    }

    private void Pivot(int row, int column)
    {
        var by = _rows[row][column];
        for (var i = 0; i < _rows[row].Length; i++)
        {
            _rows[row][i] /= by;
        }

        for (var other = 0; other < _rows.Length; other++)
        {
            if (other != row)
            {
                Subtract(_rows[other], _rows[row], _rows[other][column]);
            }
        }

        _basis[row] = column;
    }

    private static void Subtract(double[] from, double[] row, double times)
    {
        if (Math.Abs(times) > 1e-12)
        {
            for (var i = 0; i < row.Length; i++)
            {
                from[i] -= times * row[i];
            }
        }
    }
}
