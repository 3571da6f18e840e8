using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.CitizenActs;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.Consents;

/// <summary>The citizen agrees, refuses, or takes a given leave back. A "no" holds from this instant, whenever the worker reads it.</summary>
internal sealed class OnConsentAnswered(OurVoiceDb db, TakeAct take) : INotificationHandler<ConsentAnswered>
{
    public async Task Handle(ConsentAnswered notification, CancellationToken cancellationToken)
    {
        var (asked, actor) = (notification, notification.Actor);
        var held = await take.FindAsync(asked.CaseId, cancellationToken) ?? throw Rules.NotFound();
        var consent = await db.Set<Consent>().SingleOrDefaultAsync(c => c.Id == asked.ConsentId && c.CaseId == asked.CaseId, cancellationToken);
        var takesBack = consent is { State: ConsentState.Given } && !asked.IsGiven;

        // Of a closed case nothing is asked any more; a given leave would hold again if it were reopened, so it can still be taken back.
        Rules.Require(held.Case.State is not (CaseState.Closed or CaseState.Withdrawn) || (takesBack && held.Case.State == CaseState.Closed), "Rule_NoConsentAsked");
        Rules.Require(takesBack || consent is { State: ConsentState.Asked }, "Rule_ConsentAnswered");
        var kind = asked.IsGiven ? EntryKind.ConsentGiven : EntryKind.ConsentRefused;
        var at = await take.CountsFromAsync(held, kind, actor, cancellationToken);
        consent!.StateBefore = consent.StateAt(actor.At);
        consent.State = asked.IsGiven ? ConsentState.Given : ConsentState.Refused;
        (consent.AnsweredOn, consent.CountsFrom) = (PhnomPenh.DateOf(actor.At), at);
        consent.Version++;
        await take.RunAsync(held, kind, asked.ActId, consent.BodyCode, actor, cancellationToken);
    }
}
