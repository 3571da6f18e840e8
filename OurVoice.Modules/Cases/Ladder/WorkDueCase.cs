using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.CitizenActs;
using OurVoice.Cases.Clock;
using OurVoice.Cases.MoveUp;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Ladder;

/// <summary>Does everything that is due on one claimed case, in order of the true instants: waiting acts of the citizen, caps of pauses, warnings, reminders, climbs.</summary>
internal sealed class WorkDueCase(
    OurVoiceDb db, CaseWork work, CaseTimer timer, ApplyAct apply, MoveUpOneLevel moveUp, PassWarnings warnings, Router router, IWorkingCalendars calendars)
    : IAction
{
    // A case cannot have more events than this in one go; one that seems to is set aside rather than run for ever.
    private const int MostSteps = 200;

    // Set when a climb found nobody eligible above: up to where the events are really done.
    private (bool Is, DateTime? DoneAt) stuck;

    /// <param name="caseId">The case.</param>
    /// <param name="worker">Who claimed it; a case claimed by somebody else meanwhile is left to them.</param>
    /// <param name="names">The names of accused persons, opened before the runner.</param>
    /// <param name="actor">The system, now.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task ExecuteAsync(Guid caseId, Guid worker, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == caseId && c.ClaimedBy == worker, cancel) is not { } on)
        {
            return;
        }

        stuck = default;
        var held = new HeldCase(on, await work.HolderAsync(caseId, cancel));
        for (var steps = 0; await StepAsync(held, names, actor, cancel) is { } next; steps++)
        {
            held = steps < MostSteps ? next : throw new InvalidOperationException("A case does not come to rest.");
        }

        (on.ClaimedBy, on.ClaimedUntil, on.Failures) = (null, null, 0);
        on.Writes++;
    }

    private async Task<HeldCase?> StepAsync(HeldCase held, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        var on = held.Case;
        var reading = on.WithdrawnAt is null ? await timer.ReadAsync(on, cancel) : null;
        var events = reading?.EventsBetween(on.EventsDoneAt, actor.At).ToList() ?? [];

        // Several events may share an instant, so they are not taken one by one.
        var due = events.Find(e => e.Kind == ClockEventKind.PauseCap || e.Climbs);
        var act = await NextActAsync(on, cancel);
        await warnings.OfAsync(held, Before(events, due, act), names, actor, cancel);
        if (act?.At <= actor.At && !(due?.At < act.At))
        {
            await apply.RunAsync(held, act, names, actor, cancel);
            return new HeldCase(on, await HolderNowAsync(held, cancel));
        }

        if (due is not null)
        {
            return await DoAsync(held, due, names, actor, cancel);
        }

        on.EventsDoneAt = events.Count > 0 ? events[^1].At : on.EventsDoneAt;
        on.NextEventAt = Earlier(reading?.NextEventAt(on.EventsDoneAt), act?.At);
        if (stuck.Is)
        {
            // Tried again every working day: somebody may have joined an office above.
            var opening = (await calendars.ForOfficeAsync(held.Holder.OfficeId, cancel)).NextOpening(actor.At);
            (on.EventsDoneAt, on.NextEventAt) = (stuck.DoneAt, Earlier(opening, on.NextEventAt));
        }

        return null;
    }

    private async Task<HeldCase> DoAsync(HeldCase held, ClockEvent due, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        var done = held.Case.EventsDoneAt;
        held.Case.EventsDoneAt = due.At;
        if (due.Kind == ClockEventKind.PauseCap)
        {
            db.Add((await timer.LastAsync(held.Case.Id, cancel)).ParkAtCap(due.At));
            work.Write(held.Case, new NewEntry(Guid.NewGuid(), EntryKind.Parked, due.At, IsPublic: true, held.Holder.OfficeId));
            await timer.RefreshAsync(held.Case, held.Holder, cancel);
            await warnings.TellAsync(held, headsToo: true, names, actor, cancel);
        }
        else if (await moveUp.RunAsync(held, new Cause(MoveReason.Overdue, due.At, names), actor, cancel) is { } moved)
        {
            stuck = default;
            return moved;
        }
        else if (await router.HasAboveAsync(db, held.Case, held.Holder.OfficeId, cancel))
        {
            stuck = stuck.Is ? stuck : (true, done);
            await warnings.OfAsync(held, [due], names, actor, cancel);
        }
        else
        {
            work.Write(held.Case, new NewEntry(Guid.NewGuid(), EntryKind.TopOverdue, due.At, IsPublic: true, held.Holder.OfficeId));
            await warnings.TellAsync(held, headsToo: true, names, actor, cancel);
        }

        return held;
    }

    // What passed before the next step; at its very instant only what is for the citizen, since that instant is then done.
    private static IEnumerable<ClockEvent> Before(List<ClockEvent> events, ClockEvent? due, Entry? act) => events.Where(
        e => !(e.At >= act?.At) && (!(e.At >= due?.At) || (e.Kind == ClockEventKind.CitizenReminder && e.At == due?.At)));

    // In the order in which they count. Of a withdrawn case nothing counts but that the withdrawal is undone.
    private async Task<Entry?> NextActAsync(Case on, CancellationToken cancel)
    {
        await db.Set<Entry>().Where(e => e.CaseId == on.Id && e.IsPending).LoadAsync(cancel);
        var waiting = db.Set<Entry>().Local.Where(e => e.CaseId == on.Id && e.IsPending).OrderBy(e => e.At).ThenBy(e => e.Sequence).ToList();
        on.PendingAt = waiting.FirstOrDefault()?.At;
        return waiting.Find(e => on.WithdrawnAt is null || e.Kind == EntryKind.WithdrawalUndone);
    }

    private async Task<CaseOffice> HolderNowAsync(HeldCase held, CancellationToken cancel) =>
        held.Holder.To is null
            ? held.Holder
            : db.Set<CaseOffice>().Local.SingleOrDefault(o => o.CaseId == held.Case.Id && o is { Part: Part.Holds, To: null })
                ?? await work.HolderAsync(held.Case.Id, cancel);

    private static DateTime? Earlier(DateTime? a, DateTime? b) => a is null || b < a ? b ?? a : a;
}
