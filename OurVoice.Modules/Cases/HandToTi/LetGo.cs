using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Presence;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.HandToTi;

/// <summary>
/// What the government's officers still have of a case that is Transparency International's now: half-written words, that they have it
/// open, and statements that wait for the citizen's word. A statement that an office was asked stays with it, notice and all.
/// </summary>
internal sealed class LetGo(OurVoiceDb db) : INotificationHandler<CaseHandedToTi>
{
    public async Task Handle(CaseHandedToTi notification, CancellationToken cancellationToken)
    {
        var caseId = notification.CaseId;
        db.RemoveRange(await db.Set<OfficerDraft>().Where(d => d.CaseId == caseId).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Set<PresenceMark>().Where(p => p.CaseId == caseId).ToListAsync(cancellationToken));
        var waiting = await db.Set<Statement>()
            .Where(s => s.State == StatementState.AwaitsConsent && db.StatementsOf(caseId).Contains(s.Id))
            .ToListAsync(cancellationToken);
        waiting.ForEach(s => (s.State, s.Version) = (StatementState.NotAsked, s.Version + 1));
    }
}
