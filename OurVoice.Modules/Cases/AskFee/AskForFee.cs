using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using System.Globalization;

namespace OurVoice.Cases.AskFee;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="Riel">1 to 100,000,000.</param>
/// <param name="Words">To the citizen: what the fee is for and where it is paid.</param>
internal sealed record AskFeeForm(Guid CaseId, Guid RequestId, int Version, long Riel, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Fee;
}

/// <summary>The written answer of the law to a request for information: we have it, and copying it costs so much.</summary>
internal sealed class AskForFee(CaseWork work, CaseTimer timer, TellCitizen tell) : IAction
{
    public const long MaxRiel = 100_000_000;

    /// <exception cref="RuleBroken">Rule_OnlyInformation, Rule_FeeAlreadyAsked, Rule_FeeAmount, Rule_Empty, Rule_TooLong.</exception>
    public async Task ExecuteAsync(AskFeeForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        Rules.Require(held.Case.Kind == CaseKind.Information, "Rule_OnlyInformation");
        Rules.Require(held.Case.FeeAskedRiel is null, "Rule_FeeAlreadyAsked");
        Rules.Require(form.Riel is >= 1 and <= MaxRiel, "Rule_FeeAmount");
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        (held.Case.FeeAskedRiel, held.Case.State) = (form.Riel, CaseState.WaitingForCitizen);
        work.Write(held, form, EntryKind.FeeAsked, actor, words, form.Riel.ToString(CultureInfo.InvariantCulture));
        await timer.PauseAsync(held.Case, actor.At, cancel);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
    }
}
