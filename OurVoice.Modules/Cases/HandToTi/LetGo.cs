using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Presence;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.HandToTi;

/// <summary>
/// What the government's officers still have of a case that is Transparency International's now: half-written words, that they have it
/// open, and statements not yet asked for or not yet told of. Statements themselves go out of sight by the case's side.
/// </summary>
internal sealed class LetGo(OurVoiceDb db, IOutbox outbox) : INotificationHandler<CaseHandedToTi>
{
    public async Task Handle(CaseHandedToTi notification, CancellationToken cancellationToken)
    {
        var caseId = notification.CaseId;
        db.RemoveRange(await db.Set<OfficerDraft>().Where(d => d.CaseId == caseId).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Set<PresenceMark>().Where(p => p.CaseId == caseId).ToListAsync(cancellationToken));
        foreach (var statement in await db.Set<Statement>()
            .Where(s => db.Set<CaseStatement>().Any(l => l.StatementId == s.Id && l.CaseId == caseId)).ToListAsync(cancellationToken))
        {
            statement.State = statement.State == StatementState.AwaitsConsent ? StatementState.NotAsked : statement.State;
            var told = await db.Set<Membership>().Where(m => m.OfficeId == statement.OfficeId).Select(m => m.AccountId).Distinct().ToListAsync(cancellationToken);
            await outbox.TakeBackAsync(Side.Government, $"{statement.Id:N}:", told, cancellationToken);
        }
    }
}
