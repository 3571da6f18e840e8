using MediatR;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.MoveUp;

/// <param name="Reason">Overdue or "not solved".</param>
/// <param name="At">UTC; the true instant of the cause, which may lie before the actor's when the sweep was late.</param>
/// <param name="AccusedName">The accused person's name, when the caller could open it: conflict rule at every rung.</param>
internal sealed record Cause(MoveReason Reason, DateTime At, Unlogged? AccusedName = null);

/// <summary>
/// Puts a case one level up with its whole history: level, move, offices, clock, entry, event and notices in one transaction
/// under one unique key. Used by "was it solved? no" and by the ladder's sweep.
/// </summary>
internal sealed class MoveUpOneLevel(
    OurVoiceDb db, Router router, CaseConflicts conflicts, CaseWork work, CaseTimer timer, TellOffice tell, IMediator mediator)
{
    /// <returns>The case at its new office, or null when there is no office above that could take it; then nothing has changed.</returns>
    public async Task<HeldCase?> RunAsync(HeldCase held, Cause cause, Actor actor, CancellationToken cancel)
    {
        var known = await conflicts.OfAsync(held.Case.Id, cause.AccusedName, cancel);
        if (await router.NextAsync(db, held.Case, held.Holder.OfficeId, known, actor.At, cancel) is not { } above)
        {
            return null;
        }

        await ClimbClockAsync(held.Case, above.Id, cause, actor.At, cancel);
        var from = held.Holder.OfficeId;
        var holder = HandOver(held, above, cause, actor.At);
        var moved = new HeldCase(held.Case, holder);
        work.Write(held.Case, new NewEntry(Guid.NewGuid(), EntryKind.Climbed, cause.At, IsPublic: true, above.Id, Detail: cause.Reason.ToString()));
        await timer.RefreshAsync(held.Case, holder, cancel);
        await tell.OfClimbAsync(moved, actor, cancel);
        await mediator.Publish(new CaseMovedUp(held.Case.Id, from, above.Id, held.Case.Cycle, held.Case.Level, actor), cancel);
        return moved;
    }

    private async Task ClimbClockAsync(Case on, Guid officeId, Cause cause, DateTime now, CancellationToken cancel)
    {
        var last = await timer.LastAsync(on.Id, cancel);
        on.Level++;
        if (cause.Reason == MoveReason.NotSolved)
        {
            on.Cycle++;
            db.Add(last.Reopen(officeId, on.Level, cause.At, now));
            return;
        }

        db.Add(last.Climb(officeId, cause.At, now));
    }

    private CaseOffice HandOver(HeldCase held, OfficeInfo above, Cause cause, DateTime now)
    {
        var isLate = cause.Reason == MoveReason.Overdue;
        var holder = new CaseOffice { CaseId = held.Case.Id, OfficeId = above.Id, Part = Part.Holds, From = now };
        held.Holder.To = now;
        if (isLate)
        {
            // It goes on owing its answer, and reads what it had.
            db.Add(new CaseOffice
            {
                CaseId = held.Case.Id,
                OfficeId = held.Holder.OfficeId,
                Part = Part.Late,
                From = now,
                DueAt = cause.At,
                ReadsUpTo = held.Case.LastSequence,
            });
        }

        (held.Case.State, held.Case.AssignedTo) = (isLate ? CaseState.Received : CaseState.Reopened, null);
        (held.Case.Outcome, held.Case.ClosedOn) = (null, null);
        db.AddRange(holder, new Move
        {
            CaseId = held.Case.Id,
            Cycle = held.Case.Cycle,
            Level = held.Case.Level,
            Kind = MoveKind.LevelChange,
            Recipient = Guid.Empty,
            Reason = cause.Reason,
            At = cause.At,
            DoneAt = now,
        });
        return holder;
    }
}
