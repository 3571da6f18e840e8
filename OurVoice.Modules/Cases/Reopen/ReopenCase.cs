using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Reopen;

internal sealed record ReopenForm(Guid CaseId, Guid RequestId, int Version, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Reopen;
}

/// <summary>The office takes a closed case up again: a new cycle with a new deadline.</summary>
internal sealed class ReopenCase(CaseWork work, NewCycle cycle, TellCitizen tell) : IAction
{
    /// <exception cref="RuleBroken">Rule_NotClosed, Rule_Empty, Rule_TooLong.</exception>
    public async Task ExecuteAsync(ReopenForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        Rules.Require(held.Case.State == CaseState.Closed, "Rule_NotClosed");
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        work.Write(held, form, EntryKind.Reopened, actor, words);
        await cycle.BeginAsync(held, actor.At, actor.At, cancel);
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
    }
}
