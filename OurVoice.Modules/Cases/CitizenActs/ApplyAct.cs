using MediatR;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.MoveUp;
using OurVoice.Cases.Statements;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.CitizenActs;

/// <summary>What an act of the citizen does to the case, once it counts.</summary>
internal sealed class ApplyAct(CaseTimer timer, NewCycle cycle, MoveUpOneLevel moveUp, StatementConsent consent, IMediator mediator)
{
    /// <param name="held">The case.</param>
    /// <param name="entry">What the citizen did.</param>
    /// <param name="names">The names of accused persons; needed for "not solved" if the case has any.</param>
    /// <param name="actor">Who applies it, now.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task RunAsync(HeldCase held, Entry entry, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        if (entry.IsPending)
        {
            // It stands where it counts: an office that the case has left meanwhile does not read it.
            (entry.IsPending, entry.Sequence) = (false, ++held.Case.LastSequence);
        }

        held.Case.Version++;

        // What is applied in the citizen's own request must not leave its instant behind, however the entry was rounded (design.md 4.7).
        var now = actor.Kind == ActorKind.System ? actor.At : entry.At;
        switch (entry.Kind)
        {
            case EntryKind.CitizenNamed:
                // Whoever was named has been excluded at once; here the office that holds the case learns of it.
                await timer.RefreshAsync(held.Case, held.Holder, cancel);
                break;
            case EntryKind.StatementAgreed or EntryKind.StatementRefused:
                await consent.ApplyAsync(held, entry, names, actor, cancel);
                break;
            case EntryKind.CitizenWrote or EntryKind.FilesAdded:
                await GoOnAsync(held, Lateness.SeenAt(entry.At, now), cancel);
                break;
            case EntryKind.FeeAccepted:
                held.Case.FeeAccepted = true;
                await GoOnAsync(held, Lateness.SeenAt(entry.At, now), cancel);
                break;
            case EntryKind.JudgedSolved:
                await CloseAsync(held, entry.At, actor, cancel);
                break;
            case EntryKind.JudgedPartly:
                await cycle.BeginAsync(held, entry.At, now, cancel);
                break;
            case EntryKind.JudgedNo:
                await NotSolvedAsync(held, new Cause(MoveReason.NotSolved, entry.At, names), actor, cancel);
                break;
            case EntryKind.WithdrawalUndone:
                await UndoAsync(held, Lateness.SeenAt(entry.At, now), cancel);
                break;
            case EntryKind.ConsentGiven or EntryKind.ConsentRefused:
                // What it allows stands in the consent itself.
                await timer.RefreshAsync(held.Case, held.Holder, cancel);
                break;
            default:
                throw new InvalidOperationException($"{entry.Kind} is no act of a citizen.");
        }
    }

    private async Task GoOnAsync(HeldCase held, DateTime at, CancellationToken cancel)
    {
        if (held.Case.State == CaseState.WaitingForCitizen)
        {
            held.Case.State = CaseState.InProgress;
            await timer.ResumeAsync(held.Case, at, cancel);
        }

        await timer.RefreshAsync(held.Case, held.Holder, cancel);
    }

    private async Task CloseAsync(HeldCase held, DateTime at, Actor actor, CancellationToken cancel)
    {
        (held.Case.State, held.Case.Outcome, held.Case.ClosedOn) = (CaseState.Closed, CaseOutcome.Solved, PhnomPenh.DateOf(at));
        await timer.StopAsync(held.Case, at, cancel);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);
        await mediator.Publish(new CaseClosed(held.Case.Id, CaseOutcome.Solved, actor), cancel);
    }

    private async Task NotSolvedAsync(HeldCase held, Cause cause, Actor actor, CancellationToken cancel)
    {
        held.Case.NotAgainBy = held.Case.AssignedTo ?? held.Case.NotAgainBy;
        if (await moveUp.RunAsync(held, cause, actor, cancel) is not null)
        {
            return;
        }

        // The top of the ladder: another officer of the same office, in a new cycle.
        held.Case.AssignedTo = null;
        await cycle.BeginAsync(held, cause.At, actor.At, cancel);
    }

    private async Task UndoAsync(HeldCase held, DateTime at, CancellationToken cancel)
    {
        (held.Case.WithdrawnAt, held.Case.State) = (null, held.Case.StateBeforeWithdrawal);
        if (held.Case.State != CaseState.WaitingForCitizen)
        {
            await timer.ResumeAsync(held.Case, at, cancel);
        }

        await timer.RefreshAsync(held.Case, held.Holder, cancel);
    }
}
