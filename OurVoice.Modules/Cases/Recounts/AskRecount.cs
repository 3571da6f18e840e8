using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Recounts;

/// <summary>A change of the calendar asks for a recount on both sides, in the transaction of the change. An unfinished one of the same offices ends: all begins afresh.</summary>
internal sealed class AskRecount(OurVoiceDb db) : INotificationHandler<CalendarChanged>
{
    public async Task Handle(CalendarChanged notification, CancellationToken cancellationToken)
    {
        var (change, at) = (notification, notification.Actor.At);
        await AskAsync(
            new Recount { Id = change.ChangeId, Cause = change.Cause, OfficeId = change.OfficeId, AskedAt = at }, cancellationToken);
        await AskAsync(
            new TiRecount { Id = change.ChangeId, Cause = change.Cause, OfficeId = change.OfficeId, AskedAt = at }, cancellationToken);
    }

    private async Task AskAsync<TRow>(TRow asked, CancellationToken cancel)
        where TRow : RecountRow
    {
        if (await db.Set<TRow>().AnyAsync(r => r.Id == asked.Id, cancel) || db.Set<TRow>().Local.Any(r => r.Id == asked.Id))
        {
            return;
        }

        await db.Set<TRow>()
            .Where(r => r.EndedAt == null && (asked.OfficeId == null || r.OfficeId == asked.OfficeId))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.EndedAt, asked.AskedAt), cancel);
        db.Add(asked);
    }
}
