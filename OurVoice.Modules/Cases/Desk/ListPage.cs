namespace OurVoice.Cases.Desk;

/// <summary>Which page of a list, as its address says it: the one after a row, the one before a row, or the first.</summary>
internal sealed record ListPlace(ListCursor? After, ListCursor? Before)
{
    public static readonly ListPlace First = new(After: null, Before: null);

    public bool IsFirst => this == First;

    /// <summary>Read towards the beginning of the list.</summary>
    public bool IsBackwards => Before is not null;

    public ListCursor? From => Before ?? After;

    public static ListPlace Read(string? after, string? before) => new(ListCursor.Parse(after), ListCursor.Parse(before));
}

/// <summary>A page of a list that grows, and where the pages beside it begin; null where there is none.</summary>
internal sealed record ListPage<T>(IReadOnlyList<T> Rows, ListCursor? Previous, ListCursor? Next)
{
    /// <param name="found">The rows and one more, in the direction of reading.</param>
    /// <param name="most">Rows of a page.</param>
    /// <param name="place">Where it was read from.</param>
    /// <param name="at">The place of a row.</param>
    public static ListPage<T> Of(List<T> found, int most, ListPlace place, Func<T, ListCursor> at)
    {
        var rows = found.Take(most).ToList();
        if (rows.Count == 0)
        {
            return new([], Previous: null, Next: null);
        }

        var more = found.Count > most;
        if (place.IsBackwards)
        {
            rows.Reverse();
            return new(rows, more ? at(rows[0]) : null, at(rows[^1]));
        }

        return new(rows, place.After is null ? null : at(rows[0]), more ? at(rows[^1]) : null);
    }

    public ListPage<TOther> As<TOther>(Func<T, TOther> row) => new([.. Rows.Select(row)], Previous, Next);
}
