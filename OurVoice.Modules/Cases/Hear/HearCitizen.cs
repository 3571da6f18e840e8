using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Hear;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="Words">What the citizen said; the citizen reads it on the tracking page.</param>
internal sealed record HearForm(Guid CaseId, Guid RequestId, int Version, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Hear;
}

/// <summary>The citizen answered on the phone or at the counter: the office goes on, as after an answer on the tracking page.</summary>
internal sealed class HearCitizen(CaseWork work, CaseTimer timer, TellCitizen tell) : IAction
{
    /// <exception cref="RuleBroken">Rule_NotWaiting, Rule_Empty, Rule_TooLong.</exception>
    public async Task ExecuteAsync(HearForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        Rules.Require(held.Case.State == CaseState.WaitingForCitizen, "Rule_NotWaiting");
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        work.Write(held, form, EntryKind.Heard, actor, words);
        held.Case.State = CaseState.InProgress;
        await timer.ResumeAsync(held.Case, actor.At, cancel);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);

        // It may not have been the citizen who called.
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
    }
}
