using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Telling;

/// <summary>
/// "Administrators changed how this account signs in", to the person and to the heads of the person's offices, at once and at any hour: a
/// person who did not ask for it has been shut out of the own account by somebody.
/// </summary>
internal sealed class TellOfReset(OurVoiceDb db, IOutbox outbox) : INotificationHandler<CredentialChanged>
{
    public async Task Handle(CredentialChanged notification, CancellationToken cancellationToken)
    {
        var colleagues = await ColleaguesAsync(notification, cancellationToken);
        foreach (var person in await db.Set<Account>().AsNoTracking().Where(a => a.Id == notification.AccountId || colleagues.Contains(a.Id)).ToListAsync(cancellationToken))
        {
            var template = person.Id == notification.AccountId ? Templates.YourAccountReset : Templates.MemberAccountReset;
            await outbox.AddAsync(
                new OutboxNotice(
                    $"{notification.ChangeId:N}:{template}:{person.Id:N}", notification.Side, template, person.Id, CaseId: null, Channel.Email,
                    person.Language, notification.Actor.At),
                cancellationToken);
        }
    }

    // Of each office the other heads; where there is none, everybody who works there. Whoever agreed to it knows.
    private async Task<HashSet<Guid>> ColleaguesAsync(CredentialChanged what, CancellationToken cancel)
    {
        var now = what.Actor.At;
        var offices = db.Set<Membership>().Where(m => m.AccountId == what.AccountId && m.From <= now && (m.To == null || m.To > now)).Select(m => m.OfficeId);
        var others = await db.WorkingMembers(now)
            .Where(m => offices.Contains(m.OfficeId) && m.AccountId != what.AccountId)
            .Select(m => new { m.OfficeId, m.AccountId, m.Role })
            .ToListAsync(cancel);
        return
        [
            .. others.GroupBy(m => m.OfficeId)
                .SelectMany(office => office.Any(m => m.Role == MemberRole.Head) ? office.Where(m => m.Role == MemberRole.Head) : office)
                .Select(m => m.AccountId)
                .Where(id => id != what.Actor.AccountId),
        ];
    }
}
