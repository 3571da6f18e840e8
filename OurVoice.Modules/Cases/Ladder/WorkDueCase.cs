using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.CitizenActs;
using OurVoice.Cases.Clock;
using OurVoice.Cases.MoveUp;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Ladder;

/// <summary>Does everything that is due on one claimed case, in order of the true instants: waiting acts of the citizen, caps of pauses, climbs.</summary>
internal sealed class WorkDueCase(OurVoiceDb db, CaseWork work, CaseTimer timer, ApplyAct apply, MoveUpOneLevel moveUp) : IAction
{
    // A case cannot have more events than this in one go; one that seems to is set aside rather than run for ever.
    private const int MostSteps = 200;

    /// <param name="caseId">The case.</param>
    /// <param name="worker">Who claimed it; a case claimed by somebody else meanwhile is left to them.</param>
    /// <param name="accusedName">The accused person's name, opened before the runner, or null.</param>
    /// <param name="actor">The system, now.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task ExecuteAsync(Guid caseId, Guid worker, Unlogged? accusedName, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == caseId && c.ClaimedBy == worker, cancel) is not { } on)
        {
            return;
        }

        var held = new HeldCase(on, await work.HolderAsync(caseId, cancel));
        for (var steps = 0; await StepAsync(held, accusedName, actor, cancel) is { } next; steps++)
        {
            held = steps < MostSteps ? next : throw new InvalidOperationException("A case does not come to rest.");
        }

        (on.ClaimedBy, on.ClaimedUntil, on.Failures) = (null, null, 0);
        on.Writes++;
    }

    private async Task<HeldCase?> StepAsync(HeldCase held, Unlogged? accusedName, Actor actor, CancellationToken cancel)
    {
        var on = held.Case;
        var reading = on.WithdrawnAt is null ? await timer.ReadAsync(on, cancel) : null;
        var events = reading?.EventsBetween(on.EventsDoneAt, actor.At).ToList() ?? [];

        // Warnings are passed over: nobody is told yet. Several events may share an instant, so they are not taken one by one.
        var due = events.Find(e => e.Kind == ClockEventKind.PauseCap || e is { Kind: ClockEventKind.Due, Climbs: true });
        if (on.PendingAt <= actor.At && !(due?.At < on.PendingAt))
        {
            await ApplyWaitingAsync(held, actor, cancel);
            return new HeldCase(on, await HolderNowAsync(held, cancel));
        }

        if (due is null)
        {
            on.EventsDoneAt = events.Count > 0 ? events[^1].At : on.EventsDoneAt;
            on.NextEventAt = Earlier(reading?.NextEventAt(on.EventsDoneAt), on.PendingAt);
            return null;
        }

        on.EventsDoneAt = due.At;
        return await DoAsync(held, due, accusedName, actor, cancel);
    }

    private async Task<HeldCase> DoAsync(HeldCase held, ClockEvent due, Unlogged? accusedName, Actor actor, CancellationToken cancel)
    {
        if (due.Kind == ClockEventKind.PauseCap)
        {
            db.Add((await timer.LastAsync(held.Case.Id, cancel)).ParkAtCap(due.At));
            work.Write(held.Case, new NewEntry(Guid.NewGuid(), EntryKind.Parked, due.At, IsPublic: false, held.Holder.OfficeId));
            await timer.RefreshAsync(held.Case, held.Holder, cancel);
        }
        else if (await moveUp.RunAsync(held, new Cause(MoveReason.Overdue, due.At, accusedName), actor, cancel) is { } moved)
        {
            return moved;
        }
        else
        {
            work.Write(held.Case, new NewEntry(Guid.NewGuid(), EntryKind.TopOverdue, due.At, IsPublic: false, held.Holder.OfficeId));
        }

        return held;
    }

    private async Task ApplyWaitingAsync(HeldCase held, Actor actor, CancellationToken cancel)
    {
        await db.Set<Entry>().Where(e => e.CaseId == held.Case.Id && e.IsPending).LoadAsync(cancel);
        var waiting = db.Set<Entry>().Local.Where(e => e.CaseId == held.Case.Id && e.IsPending).OrderBy(e => e.Sequence).ToList();
        var rest = waiting.Skip(1).ToList();
        held.Case.PendingAt = rest.Count == 0 ? null : rest.Min(e => e.At);
        if (waiting.Count > 0)
        {
            await apply.RunAsync(held, waiting[0], actor, cancel);
        }
    }

    private async Task<CaseOffice> HolderNowAsync(HeldCase held, CancellationToken cancel) =>
        held.Holder.To is null
            ? held.Holder
            : db.Set<CaseOffice>().Local.SingleOrDefault(o => o.CaseId == held.Case.Id && o is { Part: Part.Holds, To: null })
                ?? await work.HolderAsync(held.Case.Id, cancel);

    private static DateTime? Earlier(DateTime? a, DateTime? b) => a is null || b < a ? b ?? a : a;
}
