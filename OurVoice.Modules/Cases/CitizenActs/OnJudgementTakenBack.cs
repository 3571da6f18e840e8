using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.CitizenActs;

/// <summary>"It is solved" of an assisted case counts after some days; taken back before, it was never said.</summary>
internal sealed class OnJudgementTakenBack(OurVoiceDb db, TakeAct take) : INotificationHandler<JudgementTakenBack>
{
    public async Task Handle(JudgementTakenBack notification, CancellationToken cancellationToken)
    {
        if (await take.FindAsync(notification.CaseId, cancellationToken) is not { Case.Assisted: true } held)
        {
            return;
        }

        // The ladder's sweep wakes at its time, finds nothing and looks ahead again.
        db.RemoveRange(await db.Set<Entry>()
            .Where(e => e.CaseId == held.Case.Id && e.Kind == EntryKind.JudgedSolved && e.IsPending)
            .ToListAsync(cancellationToken));
        held.Case.Writes++;
    }
}
