using OurVoice.Cases.Acting;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Assign;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="AccountId">Who shall have it; null puts it back into the office's queue.</param>
internal sealed record AssignForm(Guid CaseId, Guid RequestId, int Version, Guid? AccountId) : CaseForm(CaseId, RequestId, Version);

/// <summary>The head gives a case to a member of the office, or back to its queue.</summary>
internal sealed class AssignCase(CaseWork work, Workers workers) : IAction
{
    /// <exception cref="RuleBroken">Rule_OnlyHead; Rule_CannotTakeIt when that person may not work this case.</exception>
    public async Task ExecuteAsync(AssignForm form, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        await workers.RequireHeadAsync(held.Holder.OfficeId, actor, cancel);
        if (form.AccountId is { } to)
        {
            await workers.RequireAbleAsync(held, to, actor.At, cancel);
            await workers.RequireHereAsync(to, actor.At, cancel);
            await workers.RequireFreshEyesAsync(held, to, actor.At, cancel);
        }

        held.Case.AssignedTo = form.AccountId;
        work.Write(held, form, EntryKind.Assigned, actor, detail: form.AccountId?.ToString());
    }
}
