using OurVoice.Cases.Acting;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Claim;

internal sealed record ClaimForm(Guid CaseId, Guid RequestId, int Version) : CaseForm(CaseId, RequestId, Version);

/// <summary>An officer takes a case that nobody has.</summary>
internal sealed class ClaimCase(CaseWork work, Workers workers) : IAction
{
    /// <exception cref="RuleBroken">Rule_AlreadyTaken by somebody else; Rule_AnotherOfficer when the citizen was not content with this one.</exception>
    public async Task ExecuteAsync(ClaimForm form, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        Rules.Require(held.Case.AssignedTo is null, "Rule_AlreadyTaken");
        await workers.RequireHereAsync(actor.AccountId!.Value, actor.At, cancel);
        await workers.RequireFreshEyesAsync(held, actor.AccountId, actor.At, cancel);
        held.Case.AssignedTo = actor.AccountId;
        if (held.Case.State is CaseState.Acknowledged or CaseState.Reopened)
        {
            held.Case.State = CaseState.InProgress;
        }

        work.Write(held, form, EntryKind.Claimed, actor);
    }
}
