using MediatR;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Reply;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="Words">To the citizen, at most 4,000 clusters.</param>
/// <param name="IsAnswer">True: this is the answer (or the information), and the citizen is asked whether it solved the matter.</param>
internal sealed record ReplyForm(Guid CaseId, Guid RequestId, int Version, string Words, bool IsAnswer) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Reply;
}

/// <summary>The office writes to the citizen.</summary>
internal sealed class ReplyToCitizen(CaseWork work, Workers workers, CaseTimer timer, TellCitizen tell, IMediator mediator) : IAction
{
    /// <exception cref="RuleBroken">Rule_Empty, Rule_TooLong; of an answer Rule_AnotherOfficer.</exception>
    public async Task ExecuteAsync(ReplyForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        if (form.IsAnswer)
        {
            await workers.RequireFreshEyesAsync(held, actor.AccountId, actor.At, cancel);
        }

        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        work.Write(held, form, form.IsAnswer ? EntryKind.Answered : EntryKind.Replied, actor, words);
        if (form.IsAnswer)
        {
            held.Case.State = CaseState.Answered;
            await timer.ResumeAsync(held.Case, actor.At, cancel);
        }
        else if (held.Case.State is CaseState.Received or CaseState.Acknowledged or CaseState.Reopened)
        {
            held.Case.State = CaseState.InProgress;
        }

        await timer.RefreshAsync(held.Case, held.Holder, cancel);
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
        if (form.IsAnswer)
        {
            await mediator.Publish(new CaseAnswered(form.CaseId, held.Holder.OfficeId, actor), cancel);
        }
    }
}
