using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

/// <summary>See <see cref="IOutbox"/>: adds to the context of the running action.</summary>
internal sealed class OutboxWriter(OurVoiceDb db) : IOutbox
{
    public Task AddAsync(OutboxNotice notice, CancellationToken cancel) => notice.Side == Side.Ti
        ? AddAsync<TiOutboxRow>(notice, cancel)
        : AddAsync<GovernmentOutboxRow>(notice, cancel);

    public Task TakeBackAsync(Side side, string keysBeginWith, IReadOnlyCollection<Guid> accountIds, CancellationToken cancel) => side == Side.Ti
        ? TakeBackAsync<TiOutboxRow>(keysBeginWith, accountIds, cancel)
        : TakeBackAsync<GovernmentOutboxRow>(keysBeginWith, accountIds, cancel);

    private Task TakeBackAsync<T>(string keysBeginWith, IReadOnlyCollection<Guid> accountIds, CancellationToken cancel)
        where T : OutboxRow => db.Set<T>().WithKeysFrom(keysBeginWith)
        .Where(r => r.State == OutboxState.Queued && r.AccountId != null && accountIds.Contains(r.AccountId.Value))
        .ExecuteDeleteAsync(cancel);

    private async Task AddAsync<T>(OutboxNotice notice, CancellationToken cancel)
        where T : OutboxRow, new()
    {
        var isThere = db.Set<T>().Local.Any(r => r.Key == notice.Key) || await db.Set<T>().AnyAsync(r => r.Key == notice.Key, cancel);
        if (!isThere)
        {
            db.Add(OutboxRow.From<T>(notice));
        }
    }
}
