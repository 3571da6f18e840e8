using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Recommend;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="OfficeId">The office that was advised.</param>
/// <param name="Outcome">What it did with the newest recommendation to it.</param>
/// <param name="Words">To the office and to the citizen; may be empty.</param>
internal sealed record OutcomeForm(Guid CaseId, Guid RequestId, int Version, Guid? OfficeId, AdviceOutcome? Outcome, string Words)
    : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.NoteOutcome;
}

/// <summary>Whether an office followed what it was advised; also on a closed case, and once more when it changes.</summary>
internal sealed class NoteOutcome(OurVoiceDb db, CaseWork work, IOffices offices, TellCitizen citizen) : IAction
{
    /// <exception cref="RuleBroken">Rule_OnlyAdvisers, Rule_NotAdvised, Rule_ChooseOutcome, Rule_TooLong.</exception>
    public async Task ExecuteAsync(OutcomeForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        var office = await offices.FindAsync(held.Holder.OfficeId, cancel);
        Rules.Require(Advice.IsGivenBy(office?.Kind), "Rule_OnlyAdvisers");
        Rules.Require(
            await db.Set<Entry>().AnyAsync(e => e.CaseId == form.CaseId && e.Kind == EntryKind.Recommended && e.AddressedTo == form.OfficeId, cancel),
            "Rule_NotAdvised");
        Rules.Require(form.Outcome is { } said && Enum.IsDefined(said), "Rule_ChooseOutcome");
        var words = Clusters.IsBlank(form.Words) ? null : key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        work.Write(held, form, EntryKind.OutcomeNoted, actor, words, form.Outcome.ToString(), form.OfficeId);
        await citizen.AboutAsync(held, form.RequestId, actor, cancel);
    }
}
