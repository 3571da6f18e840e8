namespace OurVoice.Places.Sheets;

/// <summary>One row of a file, with the line it stands on.</summary>
internal sealed class SheetRow(string file, int line, IReadOnlyDictionary<string, int> columns, string[] cells, List<BadRow> bad)
{
    public string File => file;

    public int Line => line;

    /// <summary>True until a rule refuses a cell of this row.</summary>
    public bool IsGood { get; private set; } = true;

    /// <summary>The cell, empty where the file lacks this optional column.</summary>
    public string this[string column] => columns.TryGetValue(column, out var at) ? cells[at] : "";

    public bool Has(string column) => columns.ContainsKey(column);

    public void Refuse(string column, string expected, params object[] args)
    {
        IsGood = false;
        bad.Add(new BadRow(file, line, column, this[column], expected, args));
    }
}
