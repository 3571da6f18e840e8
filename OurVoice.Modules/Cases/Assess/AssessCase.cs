using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Assess;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="Urgency">How soon something must be done.</param>
/// <param name="Words">Inside: whether it is corruption, what is known, what would endanger the reporter.</param>
internal sealed record AssessForm(Guid CaseId, Guid RequestId, int Version, Urgency? Urgency, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Assess;
}

/// <summary>Transparency International writes down what it thinks of a report before it takes it up or declines. It may be done again.</summary>
internal sealed class AssessCase(CaseWork work) : IAction
{
    /// <exception cref="RuleBroken">Rule_OnlyTi, Rule_Urgency, Rule_Empty, Rule_TooLong.</exception>
    public async Task ExecuteAsync(AssessForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        TiWork.Require(held.Case);
        Rules.Require(form.Urgency is not null, "Rule_Urgency");
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        held.Case.Urgency = form.Urgency;
        work.Write(held, form, EntryKind.Assessed, actor, words, form.Urgency.ToString());
    }
}
