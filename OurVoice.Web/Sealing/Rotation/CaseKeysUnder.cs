using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Web.Sealing.Rotation;

/// <summary>The wrapped keys of one side's cases, walked through in small transactions: whoever serves meanwhile hardly waits.</summary>
internal sealed class CaseKeysUnder(KeyDatabase database, CaseKeyWrap wrap)
{
    private const int AtOnce = 100;

    /// <summary>How many keys of the side there are.</summary>
    public Task<long> CountAsync(Side side, CancellationToken cancel) => database.ReadAsync(s => s.CountAsync(side, cancel), cancel);

    /// <summary>Whether any key of the side is wrapped under another master key than this one.</summary>
    public async Task<bool> AnyNotUnderAsync(Side side, KeyId master, CancellationToken cancel) =>
        await PagesAsync(side, cancel).AnyAsync(page => page.Exists(row => Blob.KeyOf(row.Wrapped) != master), cancel);

    /// <summary>Whether any key of the side is wrapped under this master key.</summary>
    public async Task<bool> AnyUnderAsync(Side side, KeyId master, CancellationToken cancel) =>
        await PagesAsync(side, cancel).AnyAsync(page => page.Exists(row => Blob.KeyOf(row.Wrapped) == master), cancel);

    /// <summary>Wraps every key of the side under its current master key. A row that changes meanwhile is left to the next walk.</summary>
    /// <returns>How many keys were under another master key.</returns>
    public async Task<long> RewrapAsync(MasterKey to, Func<long, Task> report, CancellationToken cancel)
    {
        var (seen, old) = (0L, 0L);
        await foreach (var page in PagesAsync(to.Side!.Value, cancel))
        {
            var due = page.FindAll(row => Blob.KeyOf(row.Wrapped) != to.Id);
            await RewrapAsync(due, cancel);
            (seen, old) = (seen + page.Count, old + due.Count);
            await report(seen);
        }

        return old;
    }

    private async Task RewrapAsync(List<CaseKeyRow> rows, CancellationToken cancel)
    {
        if (rows.Count > 0)
        {
            var wrapped = rows.ConvertAll(row => (row, wrap.Rewrap(row, row.Side)));
            await database.WriteAsync(session => ReplaceAsync(session, wrapped, cancel), cancel);
        }
    }

    private static async Task<int> ReplaceAsync(KeyStoreSession session, List<(CaseKeyRow Row, byte[] Wrapped)> rows, CancellationToken cancel)
    {
        var replaced = 0;
        foreach (var (row, wrapped) in rows)
        {
            replaced += await session.ReplaceAsync(row, wrapped, cancel);
        }

        return replaced;
    }

    private async IAsyncEnumerable<List<CaseKeyRow>> PagesAsync(Side side, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (CaseKeyRow? last = null; await database.ReadAsync(s => s.OfSideAsync(side, last, AtOnce, cancel), cancel) is { Count: > 0 } page; last = page[^1])
        {
            yield return page;
        }
    }
}
