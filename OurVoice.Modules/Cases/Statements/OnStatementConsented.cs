using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.CitizenActs;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.Statements;

/// <summary>The citizen said whether an excluded office may be asked; it counts like every act of the citizen.</summary>
internal sealed class OnStatementConsented(OurVoiceDb db, TakeAct take) : INotificationHandler<StatementConsented>
{
    public async Task Handle(StatementConsented notification, CancellationToken cancellationToken)
    {
        var held = await take.FindAsync(notification.CaseId, cancellationToken) ?? throw Rules.NotFound();
        Rules.Require(held.Case is { Side: Side.Government, State: not (CaseState.Closed or CaseState.Withdrawn) }, "Rule_NoConsentAsked");
        var detail = notification.StatementId.ToString("N");
        var asked = await db.Set<CaseStatement>().AnyAsync(
            l => l.CaseId == notification.CaseId && l.StatementId == notification.StatementId
                && db.Set<Statement>().Any(s => s.Id == l.StatementId && s.State == StatementState.AwaitsConsent),
            cancellationToken);
        var said = await db.Set<Entry>().AnyAsync(
            e => e.CaseId == notification.CaseId && e.Detail == detail && (e.Kind == EntryKind.StatementAgreed || e.Kind == EntryKind.StatementRefused),
            cancellationToken);
        Rules.Require(asked && !said, "Rule_NoConsentAsked");
        var kind = notification.Agrees ? EntryKind.StatementAgreed : EntryKind.StatementRefused;
        await take.RunAsync(held, kind, notification.ActId, detail, notification.Actor, cancellationToken);
    }
}
