using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.CitizenActs;

/// <summary>
/// Takes what a citizen does on the tracking page into the case. It counts from the instant <see cref="Release"/> gives; when
/// that lies ahead the entry waits and the ladder's sweep applies it.
/// </summary>
internal sealed class TakeAct(OurVoiceDb db, CaseWork work, CaseTimer timer, Release release, ApplyAct apply)
{
    public Task<DateTime?> RunAsync(HeldCase held, EntryKind kind, Guid id, Actor actor, CancellationToken cancel) =>
        RunAsync(held, kind, id, detail: null, actor, cancel);

    /// <returns>When it counts, UTC; null when this very act was taken before.</returns>
    public async Task<DateTime?> RunAsync(HeldCase held, EntryKind kind, Guid id, string? detail, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<Entry>().AnyAsync(e => e.Id == id, cancel))
        {
            return null;
        }

        var on = held.Case;
        var at = await CountsFromAsync(held, kind, actor, cancel);
        var waits = at > actor.At || (kind is EntryKind.JudgedNo or EntryKind.StatementRefused && await HasAccusedNameAsync(on.Id, cancel));
        at = kind == EntryKind.WithdrawalUndone && !waits ? await timer.AtOnceAsync(on, at, cancel) : at;
        var entry = work.Write(on, new NewEntry(id, kind, at, IsPublic: true, Detail: detail, IsPending: waits));
        if (!entry.IsPending)
        {
            await apply.RunAsync(held, entry, names: [], actor, cancel);
            return at;
        }

        on.PendingAt = on.PendingAt < at ? on.PendingAt : at;
        on.NextEventAt = on.NextEventAt < at ? on.NextEventAt : at;
        return at;
    }

    /// <summary>From when an act of the citizen counts, UTC; of a confidential case never the exact instant (design.md 4.7).</summary>
    public async ValueTask<DateTime> CountsFromAsync(HeldCase held, EntryKind kind, Actor actor, CancellationToken cancel)
    {
        var on = held.Case;

        // Somebody else may know the code of an assisted case: its messages go at once, and "solved" can be taken back for some days.
        var at = on.Assisted && kind == EntryKind.CitizenWrote
            ? await timer.AtOnceAsync(on, actor.At, cancel)
            : await release.AtAsync(
                held.Holder.OfficeId, on.Confidential,
                on.Assisted && kind == EntryKind.JudgedSolved ? actor.At.AddDays(AssistedCases.WaitDays) : actor.At, cancel);
        return at < on.ListedFrom ? on.ListedFrom : at;
    }

    /// <summary>The case with the office that holds it; null when there is none.</summary>
    public async Task<HeldCase?> FindAsync(Guid caseId, CancellationToken cancel) =>
        await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == caseId, cancel) is { } found
            ? new HeldCase(found, await work.HolderAsync(caseId, cancel))
            : null;

    /// <summary>Withdrawn, undone and withdrawn again before the undoing counted: the case must not come back.</summary>
    public async Task ForgetUndoAsync(Case on, CancellationToken cancel)
    {
        var undone = await db.Set<Entry>().Where(e => e.CaseId == on.Id && e.Kind == EntryKind.WithdrawalUndone && e.IsPending).ToListAsync(cancel);
        db.RemoveRange(undone);
        on.NextEventAt = undone.Count > 0 ? null : on.NextEventAt;
    }

    /// <summary>Whether such an act is already there and does not count yet.</summary>
    public Task<bool> IsWaitingAsync(Guid caseId, EntryKind kind, CancellationToken cancel) =>
        db.Set<Entry>().AnyAsync(e => e.CaseId == caseId && e.Kind == kind && e.IsPending, cancel);

    // The conflict rule needs the name, and only the ladder's sweep opens it.
    private Task<bool> HasAccusedNameAsync(Guid caseId, CancellationToken cancel) =>
        db.Set<CaseAccused>().AnyAsync(a => a.CaseId == caseId && a.Name != null, cancel);
}
