using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox.ShowOutbox;

/// <param name="Hour">UTC, rounded down: when it was or will be due.</param>
/// <param name="Fault">Our own code of the last failure.</param>
public sealed record OutboxLine(Guid Id, string Template, Channel Channel, OutboxState State, int Attempts, string? Fault, bool PerhapsTwice, DateTime Hour);

/// <param name="Next">The row to go on from; null at the end.</param>
public sealed record OutboxPage(IReadOnlyList<OutboxLine> Lines, Guid? Next);

/// <summary>
/// A side's outbox for its administrator, latest first: never whom it goes to, of which case, or how many there are. What is about a case
/// that this administrator must not learn of is left out.
/// </summary>
internal sealed class OutboxList(IDbContextFactory<OurVoiceDb> databases, ICaseExclusions exclusions, TimeProvider time)
{
    public const int PageSize = 25;

    public Task<OutboxPage> ReadAsync(DeskIdentity reader, OutboxQuery query, CancellationToken cancel) =>
        reader.Side == Side.Ti ? ReadAsync<TiOutboxRow>(reader, query, cancel) : ReadAsync<GovernmentOutboxRow>(reader, query, cancel);

    private async Task<OutboxPage> ReadAsync<TRow>(DeskIdentity reader, OutboxQuery query, CancellationToken cancel)
        where TRow : OutboxRow
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var all = db.Set<TRow>().AsNoTracking();
        var asked = all.Where(r => (query.State == null || r.State == query.State) && (query.Template == null || r.Template == query.Template));
        var place = query.Before is { } before ? await all.SingleOrDefaultAsync(r => r.Id == before, cancel) : null;
        var shown = new List<TRow>();
        while (shown.Count <= PageSize)
        {
            var rest = place is null ? asked : asked.Where(r => r.NotBefore < place.NotBefore || (r.NotBefore == place.NotBefore && r.Id < place.Id));
            var rows = await rest.OrderByDescending(r => r.NotBefore).ThenByDescending(r => r.Id).Take(PageSize * 2).ToListAsync(cancel);
            var hidden = await exclusions.ExcludedFromAsync(reader.AccountId, [.. rows.Select(r => r.About).OfType<Guid>()], time.GetUtcNow().UtcDateTime, cancel);
            shown.AddRange(rows.Where(r => r.About is not { } about || !hidden.Contains(about)));
            if (rows.Count < PageSize * 2)
            {
                break;
            }

            place = rows[^1];
        }

        return new([.. shown.Take(PageSize).Select(Line)], shown.Count > PageSize ? shown[PageSize - 1].Id : null);
    }

    private static OutboxLine Line(OutboxRow r) => new(
        r.Id, r.Template, r.Channel, r.State, r.Attempts, r.Fault, r.PerhapsTwice, r.NotBefore.AddTicks(-(r.NotBefore.Ticks % TimeSpan.TicksPerHour)));
}
