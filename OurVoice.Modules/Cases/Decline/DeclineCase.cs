using MediatR;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Assess;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Decline;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="Words">The advice, to the citizen.</param>
internal sealed record DeclineForm(Guid CaseId, Guid RequestId, int Version, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Decline;
}

/// <summary>Transparency International does not take a report up, and advises what can be done instead. The citizen may still say that this does not help.</summary>
internal sealed class DeclineCase(CaseWork work, Workers workers, TiWork ti, CaseTimer timer, TellCitizen tell, IMediator mediator) : IAction
{
    /// <exception cref="RuleBroken">Rule_OnlyTi, Rule_AssessFirst, Rule_AlreadyAccepted, Rule_Empty, Rule_TooLong, Rule_AlreadyClosed, Rule_AnotherOfficer.</exception>
    public async Task ExecuteAsync(DeclineForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        await ti.RequireUndecidedAsync(held.Case, cancel);
        await workers.RequireFreshEyesAsync(held, actor.AccountId, actor.At, cancel);
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        (held.Case.State, held.Case.Outcome, held.Case.ClosedOn) = (CaseState.Closed, CaseOutcome.Declined, PhnomPenh.DateOf(actor.At));
        work.Write(held, form, EntryKind.Declined, actor, words);
        await timer.StopAsync(held.Case, actor.At, cancel);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
        await mediator.Publish(new CaseClosed(form.CaseId, CaseOutcome.Declined, actor), cancel);
    }
}
