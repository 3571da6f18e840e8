using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Referral;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Consents;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>; also the consent's id.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="Body">To whom it would go.</param>
/// <param name="Words">To the citizen: what would be passed on, and why.</param>
internal sealed record AskConsentForm(Guid CaseId, Guid RequestId, int Version, ChosenBody Body, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.AskConsent;
}

/// <summary>Transparency International asks the citizen, on the tracking page, whether it may pass the case on to a body.</summary>
internal sealed class AskConsent(OurVoiceDb db, CaseWork work, TellCitizen tell) : IAction
{
    /// <exception cref="RuleBroken">Rule_OnlyTi, Rule_NameTheBody, Rule_Empty, Rule_TooLong.</exception>
    public async Task ExecuteAsync(AskConsentForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        Assess.TiWork.Require(held.Case);
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        var (code, name) = form.Body.Read();
        db.Add(new Consent
        {
            Id = form.RequestId, CaseId = form.CaseId, BodyCode = code, State = ConsentState.Asked, ByCall = false,
            BodyName = name is null ? null : key.Seal(Consent.NameAt(form.CaseId, form.RequestId), name),
            AskedOn = PhnomPenh.DateOf(actor.At),
        });
        work.Write(held, form, EntryKind.ConsentAsked, actor, words, code);
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
    }
}
