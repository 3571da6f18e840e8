using OurVoice.Cases.Acting;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Acknowledge;

internal sealed record AcknowledgeForm(Guid CaseId, Guid RequestId, int Version) : CaseForm(CaseId, RequestId, Version);

/// <summary>The office tells the citizen that it has the case.</summary>
internal sealed class AcknowledgeCase(CaseWork work, CaseTimer timer) : IAction
{
    /// <exception cref="RuleBroken">Rule_AlreadyAcknowledged.</exception>
    public async Task ExecuteAsync(AcknowledgeForm form, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        Rules.Require(held.Case.State is CaseState.Received or CaseState.Reopened, "Rule_AlreadyAcknowledged");
        held.Case.State = held.Case.AssignedTo is null ? CaseState.Acknowledged : CaseState.InProgress;
        work.Write(held, form, EntryKind.Acknowledged, actor);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);
    }
}
