using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

/// <summary>Sends what is due, oldest first, until nothing is left. Two nodes may run it at once: the version of the row decides.</summary>
internal abstract class OutboxSweep<TRow, TAttempt>(
    IDbContextFactory<OurVoiceDb> databases, IRunner runner, TimeProvider time, RightMoment moment, OutgoingText text, IChannelSender sender) : ISweep
    where TRow : OutboxRow
    where TAttempt : OutboxAttempt, new()
{
    private const int Page = 100;
    private const int AtOnce = 4;

    // A gateway that takes long for each message must end its turn, for the next turn of all begins when this one is over.
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    public abstract string Name { get; }

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public abstract Side Side { get; }

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var until = time.GetUtcNow() + Turn;
        var counts = await Task.WhenAll(Enum.GetValues<Channel>().Select(channel => RunAsync(channel, until, cancel)));
        return counts.Aggregate(default(SweepCount), (sum, count) => sum + count);
    }

    // Each channel on its own: what waits for a slow gateway holds up nothing else.
    private async Task<SweepCount> RunAsync(Channel channel, DateTimeOffset until, CancellationToken cancel)
    {
        var counts = new ConcurrentBag<SweepCount>();
        List<Guid> due;
        do
        {
            due = await DueAsync(channel, cancel);
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (id, token) =>
            {
                if (time.GetUtcNow() < until)
                {
                    counts.Add(await SendAsync(id, token));
                }
            });
        }
        while (due.Count == Page && time.GetUtcNow() < until);

        return counts.Aggregate(default(SweepCount), (sum, count) => sum + count);
    }

    private async Task<List<Guid>> DueAsync(Channel channel, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var oldest = await moment.OldestAsync(Side, now, cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var accounts = db.Set<Account>();
        var ofChannel = db.Set<TRow>().AsNoTracking()
            .Where(r => r.AccountId == null || r.Channel != Channel.Email ? r.Channel == channel : (accounts.Where(a => a.Id == r.AccountId).Select(a => (Channel?)a.NotifyBy).FirstOrDefault() ?? Channel.Email) == channel);

        // Apart, because an index brings only one of them in its order: those whose sender died are few and come first.
        var torn = await ofChannel.Where(r => r.State == OutboxState.Sending && r.ClaimedUntil <= now)
            .OrderBy(r => r.NotBefore).ThenBy(r => r.Id).Select(r => r.Id).Take(Page).ToListAsync(cancel);
        var waiting = await ofChannel.Where(r => r.State == OutboxState.Queued && r.NotBefore <= now && (r.NotBefore >= oldest || r.Attempts > 0))
            .OrderBy(r => r.NotBefore).ThenBy(r => r.Id).Select(r => r.Id).Take(Page - torn.Count).ToListAsync(cancel);
        return [.. torn, .. waiting];
    }

    private async Task<SweepCount> SendAsync(Guid id, CancellationToken cancel)
    {
        var actor = Actor.System(time);
        var row = await runner.RunAsync(actor, (NoteAttempt<TRow, TAttempt> note) => note.BeginAsync(id, actor, cancel), cancel);
        if (row is null)
        {
            return default;
        }

        var result = await TrySendAsync(row, cancel);
        var after = Actor.System(time);
        await runner.RunAsync(after, (NoteAttempt<TRow, TAttempt> note) => note.EndAsync(id, result, after, cancel), cancel);
        return result.Fault is null || result == SendResult.NotNeeded ? new SweepCount(1, 0) : new SweepCount(0, 1);
    }

    private async Task<SendResult> TrySendAsync(TRow row, CancellationToken cancel)
    {
        try
        {
            if (!await moment.IsNeededAsync(row, time.GetUtcNow().UtcDateTime, cancel))
            {
                return SendResult.NotNeeded;
            }

            return await text.FindAsync(row, time.GetUtcNow().UtcDateTime, cancel) is { } way
                ? await sender.SendAsync(text.Write(row, Side, way), cancel)
                : row.Template == Templates.OfficerPhoneCode ? SendResult.NotNeeded
                : new SendResult("no-address", ForGood: true);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return new SendResult(e.GetType().Name, ForGood: false);
        }
    }
}

internal sealed class GovernmentOutboxSweep(
    IDbContextFactory<OurVoiceDb> databases, IRunner runner, TimeProvider time, RightMoment moment, OutgoingText text, IChannelSender sender)
    : OutboxSweep<GovernmentOutboxRow, GovernmentOutboxAttempt>(databases, runner, time, moment, text, sender)
{
    public override string Name => "outbox";

    public override Side Side => Side.Government;
}

internal sealed class TiOutboxSweep(
    IDbContextFactory<OurVoiceDb> databases, IRunner runner, TimeProvider time, RightMoment moment, OutgoingText text, IChannelSender sender)
    : OutboxSweep<TiOutboxRow, TiOutboxAttempt>(databases, runner, time, moment, text, sender)
{
    public override string Name => "outbox-ti";

    public override Side Side => Side.Ti;
}
