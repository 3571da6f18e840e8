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

/// <param name="Reason">Overdue, "not solved", or somebody was excluded.</param>
/// <param name="At">UTC; the true instant of the cause, which may lie before the actor's when the sweep was late.</param>
/// <param name="Names">Names of accused persons, opened by the caller: conflict rule at every rung.</param>
internal sealed record Cause(MoveReason Reason, DateTime At, IReadOnlyList<Unlogged> Names);

/// <param name="Left">UTC; until when the office below had it. Never ahead.</param>
/// <param name="From">UTC; from when the office above has it.</param>
internal sealed record Handing(DateTime Left, DateTime From);

/// <summary>
/// Puts a case one level up with its whole history: level, move, offices, clock, entry, event and notices in one transaction
/// under one unique key. Used by "was it solved? no", by the ladder's sweep and by exclusions.
/// </summary>
internal sealed class MoveUpOneLevel(
    OurVoiceDb db, Router router, CaseConflicts conflicts, CaseWork work, CaseTimer timer, TellOffice tell, TellDigest digest, TellCitizen citizen, IMediator mediator)
{
    /// <returns>The case at its new office, or null when there is no office above that could take it; then nothing has changed.</returns>
    public async Task<HeldCase?> RunAsync(HeldCase held, Cause cause, Actor actor, CancellationToken cancel)
    {
        var known = await conflicts.OfAsync(held.Case.Id, cause.Names, cancel);

        // With nobody else above, "not solved" stays with another officer of the office that has it.
        var above = cause.Reason == MoveReason.NotSolved
            ? await router.NextFreshAsync(db, held.Case, held.Holder.OfficeId, known, actor.At, cancel)
            : await router.NextAsync(db, held.Case, held.Holder.OfficeId, known, actor.At, cancel);
        return above is null ? null : await ToAsync(held, above, cause, new Handing(actor.At, actor.At), actor, cancel);
    }

    /// <summary>As the other, to an office that the caller has found. A case at rest changes hands and nothing else.</summary>
    public async Task<HeldCase> ToAsync(HeldCase held, OfficeInfo above, Cause cause, Handing over, Actor actor, CancellationToken cancel)
    {
        var (on, from, isAtRest) = (held.Case, held.Holder.OfficeId, IsAtRest(held.Case, cause));
        var left = new Concern(from, on.AssignedTo, HeadsToo: true);
        var holder = Hand(held, above.Id, cause, over);
        var moved = new HeldCase(on, holder);
        await ClimbClockAsync(on, above.Id, cause, over, cancel);
        if (!isAtRest)
        {
            Begin(on, cause);
        }

        db.Add(MoveOf(on, cause, over, isAtRest ? above.Id : Guid.Empty));
        var climbed = work.Write(on, new NewEntry(Guid.NewGuid(), EntryKind.Climbed, cause.At, IsPublic: true, above.Id, Detail: cause.Reason.ToString()));
        if (on.WithdrawnAt is null)
        {
            await timer.RefreshAsync(on, holder, cancel);
        }

        var known = await conflicts.OfAsync(on.Id, cause.Names, cancel);
        await tell.OfClimbAsync(moved, known, cause.At, actor, cancel);
        if (cause.Reason == MoveReason.Overdue)
        {
            await digest.AboutAsync(on, left, known, actor.At, cancel);
            await citizen.AboutAsync(moved, climbed.Id, actor, cancel);
        }

        await mediator.Publish(new CaseMovedUp(on.Id, from, above.Id, on.Cycle, on.Level, actor), cancel);
        return moved;
    }

    private static bool IsAtRest(Case on, Cause cause) => cause.Reason == MoveReason.Conflict && on.State is (CaseState.Closed or CaseState.Withdrawn);

    private async Task ClimbClockAsync(Case on, Guid officeId, Cause cause, Handing over, CancellationToken cancel)
    {
        var last = await timer.LastAsync(on.Id, cancel);
        if (IsAtRest(on, cause))
        {
            db.AddRange(last.To is null ? [last.Transfer(officeId, cause.At)] : []);
            return;
        }

        on.Level++;
        if (cause.Reason == MoveReason.NotSolved)
        {
            on.Cycle++;
            db.Add(last.Reopen(officeId, on.Level, cause.At, over.From));
            return;
        }

        db.Add(last.Climb(officeId, cause.At, over.From));
    }

    private static void Begin(Case on, Cause cause)
    {
        on.State = cause.Reason == MoveReason.NotSolved ? CaseState.Reopened : CaseState.Received;
        (on.Outcome, on.ClosedOn) = (null, null);
    }

    private CaseOffice Hand(HeldCase held, Guid aboveId, Cause cause, Handing over)
    {
        held.Holder.To = over.Left;
        if (cause.Reason == MoveReason.Overdue)
        {
            // It goes on owing its answer, and reads what it had.
            db.Add(new CaseOffice
            {
                CaseId = held.Case.Id,
                OfficeId = held.Holder.OfficeId,
                Part = Part.Late,
                From = over.From,
                DueAt = cause.At,
                WarnedFrom = over.From,
                WorkedBy = held.Case.AssignedTo,
                ReadsUpTo = held.Case.LastSequence,
                FoldId = held.Holder.FoldId,
                Province = held.Case.Province,
            });
        }

        held.Case.AssignedTo = null;
        var holder = new CaseOffice { CaseId = held.Case.Id, OfficeId = aboveId, Part = Part.Holds, From = over.From, FoldId = held.Holder.FoldId, Province = held.Case.Province };
        db.Add(holder);
        return holder;
    }

    private static Move MoveOf(Case on, Cause cause, Handing over, Guid recipient) => new()
    {
        CaseId = on.Id,
        Cycle = on.Cycle,
        Level = on.Level,
        Kind = MoveKind.LevelChange,
        Recipient = recipient,
        Reason = cause.Reason,
        At = cause.At,
        DoneAt = over.Left,
    };
}
