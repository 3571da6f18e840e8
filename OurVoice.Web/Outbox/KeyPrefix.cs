namespace OurVoice.Web.Outbox;

/// <summary>Rows by the beginning of their key.</summary>
internal static class KeyPrefix
{
    // Behind every character there is, in the order of every database; no text holds it.
    private const string Last = "\uFFFF";

    /// <summary>
    /// The range is what an index can look up: SQLite searches the whole table for a "begins with", since that ignores the case of letters.
    /// </summary>
    public static IQueryable<T> WithKeysFrom<T>(this IQueryable<T> rows, string beginning)
        where T : OutboxRow
    {
        var end = beginning + Last;
        return rows.Where(r => string.Compare(r.Key, beginning) >= 0 && string.Compare(r.Key, end) < 0 && r.Key.StartsWith(beginning));
    }
}
