using OurVoice.Cases.Acting;
using OurVoice.Cases.Assess;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Accept;

internal sealed record AcceptForm(Guid CaseId, Guid RequestId, int Version) : CaseForm(CaseId, RequestId, Version);

/// <summary>Transparency International takes a report up and says so to the citizen.</summary>
internal sealed class AcceptCase(CaseWork work, TiWork ti, CaseTimer timer, TellCitizen tell) : IAction
{
    /// <exception cref="RuleBroken">Rule_OnlyTi, Rule_AssessFirst, Rule_AlreadyAccepted.</exception>
    public async Task ExecuteAsync(AcceptForm form, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        await ti.RequireUndecidedAsync(held.Case, cancel);
        if (held.Case.State is CaseState.Received or CaseState.Acknowledged or CaseState.Reopened)
        {
            held.Case.State = CaseState.InProgress;
        }

        held.Case.AssignedTo ??= actor.AccountId;
        work.Write(held, form, EntryKind.Accepted, actor);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
    }
}
