using OurVoice.Cases.Desk;

namespace OurVoice.Tests.Cases.Lists;

/// <summary>Somebody presses "next" to the end of a list and "previous" back to its beginning.</summary>
internal static class Walk
{
    /// <summary>All rows in the order of the list. On the way back the same pages are met, the first of them without a page before it.</summary>
    /// <param name="read">One page: its rows and the places of the pages beside it.</param>
    public static async Task<List<TRow>> BothWaysAsync<TRow, TPlace>(
        Func<(TPlace? After, TPlace? Before), Task<(IReadOnlyList<TRow> Rows, TPlace? Previous, TPlace? Next)>> read)
    {
        var pages = new List<IReadOnlyList<TRow>>();
        var page = await read((default, default));
        Assert.Null(page.Previous);
        for (pages.Add(page.Rows); page.Next is not null; pages.Add(page.Rows))
        {
            page = await read((page.Next, default));
            Assert.NotNull(page.Previous);
            Assert.NotEmpty(page.Rows);
        }

        for (var before = pages.Count - 2; before >= 0; before--)
        {
            page = await read((default, page.Previous));
            Assert.Equal(pages[before], page.Rows);
            Assert.NotNull(page.Next);
        }

        Assert.Null(page.Previous);
        return [.. pages.SelectMany(p => p)];
    }

    public static Task<List<T>> BothWaysAsync<T>(Func<ListPlace, Task<ListPage<T>>> read) => BothWaysAsync<T, ListCursor>(async at =>
    {
        // Through the address, as a browser goes.
        var page = await read(ListPlace.Read(at.After?.ToString(), at.Before?.ToString()));
        return (page.Rows, page.Previous, page.Next);
    });
}
