using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Ask;

internal sealed record AskForm(Guid CaseId, Guid RequestId, int Version, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Ask;
}

/// <summary>"More information needed": the office asks the citizen, and its clock stands until the answer.</summary>
internal sealed class AskCitizen(CaseWork work, CaseTimer timer, TellCitizen tell) : IAction
{
    /// <exception cref="RuleBroken">Rule_Empty, Rule_TooLong.</exception>
    public async Task ExecuteAsync(AskForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        held.Case.State = CaseState.WaitingForCitizen;
        work.Write(held, form, EntryKind.Asked, actor, words);
        await timer.PauseAsync(held.Case, actor.At, cancel);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
    }
}
