using OurVoice.Cases.Acting;
using OurVoice.Cases.Assess;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.FollowUp;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="Words">Inside: whom TI asked, and what they said.</param>
internal sealed record FollowUpForm(Guid CaseId, Guid RequestId, int Version, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.FollowUp;
}

/// <summary>What became of it at the body to which Transparency International referred it.</summary>
internal sealed class FollowUpCase(CaseWork work) : IAction
{
    /// <exception cref="RuleBroken">Rule_OnlyTi, Rule_NotReferred, Rule_Empty, Rule_TooLong.</exception>
    public async Task ExecuteAsync(FollowUpForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        TiWork.Require(held.Case);
        Rules.Require(held.Case.State == CaseState.Referred, "Rule_NotReferred");
        work.Write(held, form, EntryKind.FollowedUp, actor, key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words)));
    }
}
