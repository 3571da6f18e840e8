using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Recounts;

/// <summary>
/// Counts the dates of one open case with the calendar as it is now; a due date that moved is an entry of its timeline, old and new. What the new
/// calendar puts into the past would blame the office for a date that nobody knew, so it gets the days of a case that comes late into a list.
/// Done twice it changes nothing the second time.
/// </summary>
internal sealed class RecountCase(OurVoiceDb db, CaseWork work, CaseTimer timer) : IAction
{
    public async Task ExecuteAsync(Guid caseId, CalendarCause cause, Actor actor, CancellationToken cancel)
    {
        var open = db.Set<Case>().Where(c => c.State != CaseState.Closed && c.WithdrawnAt == null && c.ErasedAt == null);
        if (await open.SingleOrDefaultAsync(c => c.Id == caseId, cancel) is not { } on)
        {
            return;
        }

        var holder = await work.HolderAsync(caseId, cancel);
        var (owed, due) = (holder.DueAt, on.DueAt);
        await timer.RefreshAsync(on, holder, cancel);
        if ((owed > actor.At && holder.DueAt <= actor.At) || (due > actor.At && on.DueAt <= actor.At))
        {
            on.RecountedAt = actor.At;
            await timer.RefreshAsync(on, holder, cancel);
        }

        // Whoever counted with the old calendar at this moment comes second.
        on.Writes++;
        if (due is { } from && on.DueAt is { } to && from != to)
        {
            var moved = new MovedDue(cause, from, to);
            work.Write(on, new NewEntry(Guid.NewGuid(), EntryKind.DueMoved, actor.At, moved.IsOtherDay, Detail: moved.Detail));
        }
    }
}
