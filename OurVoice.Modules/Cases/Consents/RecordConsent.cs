using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Referral;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Consents;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>; also the consent's id.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="Body">To whom it may go.</param>
/// <param name="On">Local day of the call; null when the worker did not say.</param>
/// <param name="Words">What the citizen agreed to; the citizen reads it and can take it back.</param>
internal sealed record RecordConsentForm(Guid CaseId, Guid RequestId, int Version, ChosenBody Body, DateOnly? On, string Words)
    : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.RecordConsent;
}

/// <summary>The worker notes a consent that the citizen gave on the phone. It stands on the tracking page, so that a wrong note is seen.</summary>
internal sealed class RecordConsent(OurVoiceDb db, CaseWork work) : IAction
{
    /// <exception cref="RuleBroken">Rule_OnlyTi, Rule_NameTheBody, Rule_ConsentDay, Rule_Empty, Rule_TooLong.</exception>
    public async Task ExecuteAsync(RecordConsentForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        Assess.TiWork.Require(held.Case);
        var (code, name) = form.Body.Read();
        var today = PhnomPenh.DateOf(actor.At);
        Rules.Require(form.On is { } on && on <= today && on >= held.Case.ReceivedOn, "Rule_ConsentDay");
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        db.Add(new Consent
        {
            Id = form.RequestId, CaseId = form.CaseId, BodyCode = code, State = ConsentState.Given, ByCall = true, AskedOn = today,
            BodyName = name is null ? null : key.Seal(Consent.NameAt(form.CaseId, form.RequestId), name),
            AnsweredOn = form.On, CountsFrom = actor.At,
        });
        work.Write(held, form, EntryKind.ConsentRecorded, actor, words, code);
    }
}
