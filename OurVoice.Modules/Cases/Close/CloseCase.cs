using MediatR;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Referral;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Close;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="Outcome">Any but withdrawn, which is the citizen's.</param>
/// <param name="BodyCode">Whose it is, for "not within mandate".</param>
/// <param name="BodyName">The name, for <see cref="Bodies.Other"/> only.</param>
/// <param name="Words">To the citizen: what was done, or why not.</param>
internal sealed record CloseForm(
    Guid CaseId, Guid RequestId, int Version, CaseOutcome Outcome, string? BodyCode, string? BodyName, string Words)
    : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Close;
}

/// <summary>The office ends its work with an outcome; the citizen may still say that it was not solved.</summary>
internal sealed class CloseCase(CaseWork work, Workers workers, CaseTimer timer, TellCitizen tell, IMediator mediator) : IAction
{
    /// <exception cref="RuleBroken">Rule_Outcome, Rule_NameTheBody, Rule_Empty, Rule_TooLong, Rule_AlreadyClosed, Rule_AnotherOfficer.</exception>
    public async Task ExecuteAsync(CloseForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        Rules.Require(form.Outcome is CaseOutcome.Solved or CaseOutcome.NotSolved or CaseOutcome.NotWithinMandate, "Rule_Outcome");
        await workers.RequireFreshEyesAsync(held, actor.AccountId, actor.At, cancel);
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        if (form.Outcome == CaseOutcome.NotWithinMandate)
        {
            NamedBody.Set(held.Case, form.BodyCode, form.BodyName, key);
        }

        (held.Case.State, held.Case.Outcome, held.Case.ClosedOn) = (CaseState.Closed, form.Outcome, PhnomPenh.DateOf(actor.At));
        work.Write(held, form, EntryKind.Closed, actor, words, form.Outcome.ToString());
        await timer.StopAsync(held.Case, actor.At, cancel);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
        await mediator.Publish(new CaseClosed(form.CaseId, form.Outcome, actor), cancel);
    }
}
