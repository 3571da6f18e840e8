using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.HandToTi;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.MoveUp;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Exclude;

/// <summary>
/// After an exclusion: an excluded late office has no part any more; an excluded worker gives the case back to the office; and when the
/// office itself may not have it, or nobody is left in it who may, the next one has it, at the last Transparency International.
/// </summary>
internal sealed class MoveAside(
    OurVoiceDb db, IOffices offices, Router router, CaseConflicts conflicts, CaseTimer timer, Release release, MoveUpOneLevel moveUp,
    BecomeTis become, TiSeat seat, IOutbox outbox)
{
    public async Task RunAsync(HeldCase held, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        var known = await conflicts.OfAsync(held.Case.Id, names, cancel);
        var left = actor.Kind == ActorKind.Citizen ? await timer.AtOnceAsync(held.Case, actor.At, cancel) : actor.At;
        await EndLatePartsAsync(held.Case.Id, known, left, cancel);
        var excluded = await ExcludedAsync(known, actor.At, cancel);
        await outbox.TakeBackAsync(held.Case.Side, TellOffice.KeysOf(held.Case.Id), excluded, cancel);
        if (held.Case.AssignedTo is { } worker && excluded.Contains(worker))
        {
            held.Case.AssignedTo = null;
        }

        if (held.Case.Side == Side.Government && !await MayKeepAsync(held, known, actor.At, cancel))
        {
            await HandOnAsync(held, known, left, actor, cancel);
        }

        if (held.Case.Side == Side.Ti)
        {
            await seat.LeaveOutAsync(held.Case, names, actor, cancel);
        }
    }

    private async Task<bool> MayKeepAsync(HeldCase held, Conflicts known, DateTime now, CancellationToken cancel) =>
        await offices.FindAsync(held.Holder.OfficeId, cancel) is { } office
            && await Eligible.AskAsync(db, office, known, alsoAway: true, now, cancel) == Answer.Takes;

    private async Task HandOnAsync(HeldCase held, Conflicts known, DateTime left, Actor actor, CancellationToken cancel)
    {
        var above = await router.NextAsync(db, held.Case, held.Holder.OfficeId, known, actor.At, cancel);
        var from = actor.Kind == ActorKind.Citizen
            ? await release.AtAsync(above?.Id ?? OfficeIds.TransparencyInternational, held.Case.Confidential, actor.At, cancel)
            : actor.At;
        var over = new Handing(left, from < held.Case.ListedFrom ? held.Case.ListedFrom : from);
        if (above is null)
        {
            var entry = new NewEntry(Guid.NewGuid(), EntryKind.HandedToTi, over.From, IsPublic: true, OfficeIds.TransparencyInternational);
            await become.RunAsync(held, over, MoveReason.Conflict, entry, actor, cancel);
            return;
        }

        await moveUp.ToAsync(held, above, new Cause(MoveReason.Conflict, over.From, known.Names), over, actor, cancel);
    }

    private async Task EndLatePartsAsync(Guid caseId, Conflicts known, DateTime left, CancellationToken cancel)
    {
        var late = await db.Set<CaseOffice>().Where(o => o.CaseId == caseId && o.Part == Part.Late && o.To == null).ToListAsync(cancel);
        foreach (var part in late.Where(p => known.Offices.Contains(p.OfficeId)))
        {
            part.To = left;
        }
    }

    private async Task<HashSet<Guid>> ExcludedAsync(Conflicts known, DateTime now, CancellationToken cancel) =>
        [.. await db.LatelyIn([.. known.Offices], now).ToListAsync(cancel), .. known.Accounts];
}
