using OurVoice.Cases.Acting;
using OurVoice.Cases.Consents;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Referral;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Refer;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="BodyCode">One of <see cref="Bodies.All"/>.</param>
/// <param name="BodyName">The name, for <see cref="Bodies.Other"/> only.</param>
/// <param name="Words">To the citizen: where to go and what to bring.</param>
internal sealed record ReferForm(Guid CaseId, Guid RequestId, int Version, string BodyCode, string? BodyName, string Words)
    : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Refer;
}

/// <summary>The matter belongs to a body outside the ladder, which is named to the citizen.</summary>
internal sealed class ReferCase(CaseWork work, Workers workers, UseConsent consents, CaseTimer timer, TellCitizen tell) : IAction
{
    /// <exception cref="RuleBroken">Rule_NameTheBody, Rule_Empty, Rule_TooLong, Rule_AnotherOfficer; on TI's side Rule_NoConsent.</exception>
    public async Task ExecuteAsync(ReferForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        await workers.RequireFreshEyesAsync(held, actor.AccountId, actor.At, cancel);
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        await consents.ForAsync(held.Case, new(form.BodyCode, form.BodyName), key, actor, cancel);
        NamedBody.Set(held.Case, form.BodyCode, form.BodyName, key);
        held.Case.State = CaseState.Referred;
        work.Write(held, form, EntryKind.Referred, actor, words, form.BodyCode);
        await timer.ResumeAsync(held.Case, actor.At, cancel);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
    }
}
