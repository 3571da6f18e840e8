namespace OurVoice.Tests.Matrix;

/// <summary>A table written as text: one row a line, cells apart by blanks, "#" begins a remark, a single cell after the name stands for all.</summary>
internal sealed class Grid
{
    private readonly Dictionary<string, string[]> _rows = new(StringComparer.Ordinal);
    private readonly string[] _columns;

    private Grid(string[] columns) => _columns = columns;

    public IReadOnlyCollection<string> Rows => _rows.Keys;

    /// <summary>The first line names the columns; a row's name ends at " | ".</summary>
    public static Grid Parse(string text)
    {
        var lines = text.Split('\n').Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0).Select(l => l.Split(" | ")).ToList();
        var grid = new Grid(Cells(lines[0][1]));
        foreach (var line in lines.Skip(1))
        {
            var cells = Cells(line[1]);
            cells = cells.Length == 1 ? [.. Enumerable.Repeat(cells[0], grid._columns.Length)] : cells;
            Assert.True(cells.Length == grid._columns.Length, $"{line[0]}: {cells.Length} cells for {grid._columns.Length} columns");
            grid._rows.Add(line[0].Trim(), cells);
        }

        return grid;
    }

    public string this[string row, string column] => _rows[row][Array.IndexOf(_columns, column)];

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
