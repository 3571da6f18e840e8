using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

/// <summary>Sends what is due, oldest first, until nothing is left. Two nodes may run it at once: the version of the row decides.</summary>
internal abstract class OutboxSweep<TRow, TAttempt>(
    IDbContextFactory<OurVoiceDb> databases, IRunner runner, TimeProvider time, RightMoment moment, OutgoingText text, IChannelSender sender) : ISweep
    where TRow : OutboxRow
    where TAttempt : OutboxAttempt, new()
{
    private const int Page = 100;

    public abstract string Name { get; }

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public abstract Side Side { get; }

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var total = default(SweepCount);
        while (true)
        {
            var due = await DueAsync(cancel);
            foreach (var id in due)
            {
                total += await SendAsync(id, cancel);
            }

            if (due.Count < Page)
            {
                return total;
            }
        }
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var oldest = await moment.OldestAsync(Side, now, cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<TRow>().AsNoTracking()
            .Where(r => (r.State == OutboxState.Queued && r.NotBefore <= now && (r.NotBefore >= oldest || r.Attempts > 0)) || (r.State == OutboxState.Sending && r.ClaimedUntil <= now))
            .OrderBy(r => r.NotBefore).ThenBy(r => r.Id).Select(r => r.Id).Take(Page).ToListAsync(cancel);
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

            var address = await text.AddressAsync(row, cancel);
            return address is null
                ? new SendResult("no-address", ForGood: true)
                : await sender.SendAsync(text.Write(row, Side, address), cancel);
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

/// <summary>Finds the address at the last moment and writes the template's text in the reader's language.</summary>
internal sealed class OutgoingText(
    IDbContextFactory<OurVoiceDb> databases, IServiceScopeFactory scopes, IStringLocalizer<MailText> words)
{
    public async Task<string?> AddressAsync(OutboxRow row, CancellationToken cancel)
    {
        if (row.AccountId is Guid account)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            return await db.Set<Account>().Where(a => a.Id == account && a.DisabledAt == null).Select(a => a.Email).SingleOrDefaultAsync(cancel);
        }

        await using var scope = scopes.CreateAsyncScope();
        var contacts = scope.ServiceProvider.GetService<ICitizenContacts>();
        return row.CaseId is Guid caseId && contacts is not null ? await contacts.FindAsync(caseId, row.Channel, cancel) : null;
    }

    public OutgoingMessage Write(OutboxRow row, Side side, string address)
    {
        CultureInfo.CurrentUICulture = row.Language.Culture();
        var subject = words[row.Template + "_Subject"];
        var body = words[row.Template + "_Body"];
        if (subject.ResourceNotFound || body.ResourceNotFound)
        {
            throw new InvalidOperationException($"There is no template {row.Template}.");
        }

        return new(row.MessageId, side, row.Channel, address, row.Language, subject, body);
    }
}
