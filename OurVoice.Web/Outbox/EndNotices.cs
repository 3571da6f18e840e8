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
        var rows = db.Set<GovernmentOutboxRow>().Where(r => r.Key.StartsWith(key));
        await db.Set<GovernmentOutboxAttempt>().Where(a => rows.Any(r => r.Id == a.OutboxId)).ExecuteDeleteAsync(cancellationToken);
        await rows.ExecuteDeleteAsync(cancellationToken);
    }
}
