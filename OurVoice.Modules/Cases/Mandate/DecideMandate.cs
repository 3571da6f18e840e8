using OurVoice.Cases.Acting;
using OurVoice.Cases.Ask;
using OurVoice.Cases.Close;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Mandate;

/// <summary>The three decisions of an ombudsman's office. Most cases need more information: 11,386 of 11,909 in 2021.</summary>
internal enum MandateDecision
{
    MoreInformation,
    Ours,
    NotOurs,
}

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="Decision">Which of the three.</param>
/// <param name="BodyCode">Whose it is, for "not ours".</param>
/// <param name="BodyName">The name, for a body that the list lacks.</param>
/// <param name="Words">To the citizen; may be empty for "ours".</param>
internal sealed record MandateForm(Guid CaseId, Guid RequestId, int Version, MandateDecision? Decision, string? BodyCode, string? BodyName, string Words)
    : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Mandate;
}

/// <summary>An ombudsman's office decides whether a case is within its mandate.</summary>
internal sealed class DecideMandate(CaseWork work, IOffices offices, CaseTimer timer, TellCitizen tell, AskCitizen ask, CloseCase close) : IAction
{
    /// <exception cref="RuleBroken">Rule_OnlyOmbudsman, Rule_MandateDecision, Rule_NameTheBody, Rule_Empty, Rule_TooLong.</exception>
    public async Task ExecuteAsync(MandateForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        var found = await work.FindHeldAsync(form.CaseId, actor, cancel);
        var office = await offices.FindAsync(found.Holder.OfficeId, cancel);
        Rules.Require(IsOmbudsman(office?.Kind), "Rule_OnlyOmbudsman");
        await work.DropDraftAsync(form.CaseId, form.Field, actor, cancel);
        await (form.Decision switch
        {
            MandateDecision.Ours => AcceptAsync(form, key, actor, cancel),
            MandateDecision.NotOurs => close.ExecuteAsync(
                new(form.CaseId, form.RequestId, form.Version, CaseOutcome.NotWithinMandate, form.BodyCode, form.BodyName, form.Words), key, actor, cancel),
            MandateDecision.MoreInformation => ask.ExecuteAsync(new(form.CaseId, form.RequestId, form.Version, form.Words), key, actor, cancel),
            _ => throw new RuleBroken("Rule_MandateDecision"),
        });
    }

    public static bool IsOmbudsman(OfficeKind? kind) => kind is OfficeKind.DistrictOmbudsman or OfficeKind.ProvincialOmbudsman;

    private async Task AcceptAsync(MandateForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        var words = Clusters.IsBlank(form.Words) ? null : key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        held.Case.State = held.Case.State == CaseState.WaitingForStatement ? CaseState.WaitingForStatement : CaseState.InProgress;
        work.Write(held, form, EntryKind.MandateAccepted, actor, words);
        await timer.ResumeAsync(held.Case, actor.At, cancel);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
    }
}
