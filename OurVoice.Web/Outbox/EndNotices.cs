using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

/// <summary>
/// A complaint is Transparency International's now: what the government's outbox still meant to say of it goes, sent rows too, since
/// their keys hold the case's id. The citizen hears of the hand-over from TI's outbox.
/// </summary>
internal sealed class EndNotices(OurVoiceDb db) : INotificationHandler<CaseHandedToTi>
{
    public async Task Handle(CaseHandedToTi notification, CancellationToken cancellationToken)
    {
        var key = notification.CaseId.ToString("N") + ":";

        // By the context and not at once: another handler of the same transaction may have taken some of them back already.
        var rows = await db.Set<GovernmentOutboxRow>().WithKeysFrom(key).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => r.Id);
        db.RemoveRange(await db.Set<GovernmentOutboxAttempt>().Where(a => ids.Contains(a.OutboxId)).ToListAsync(cancellationToken));
        db.RemoveRange(rows);
    }
}
