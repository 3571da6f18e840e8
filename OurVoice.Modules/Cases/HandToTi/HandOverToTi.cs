using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.HandToTi;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="IsSure">The officer has said "I know that nobody of the government reads it any more".</param>
/// <param name="Words">To the citizen and to Transparency International: why.</param>
internal sealed record HandOverForm(Guid CaseId, Guid RequestId, int Version, bool IsSure, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.HandOver;
}

/// <summary>
/// An officer hands a complaint to Transparency International. In this one transaction every office of the government loses it,
/// late ones too; the key follows by a sweep, since it lies in another database.
/// </summary>
internal sealed class HandOverToTi(OurVoiceDb db, CaseWork work, TiSeat seat, CaseTimer timer, TellCitizen tell, IMediator mediator) : IAction
{
    /// <exception cref="RuleBroken">Rule_OnlyComplaint, Rule_NotSure, Rule_TiCannotTake, Rule_Empty, Rule_TooLong, Rule_AlreadyClosed.</exception>
    public async Task ExecuteAsync(HandOverForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        var on = held.Case;
        Rules.Require(on is { Kind: CaseKind.Complaint, Side: Side.Government }, "Rule_OnlyComplaint");
        Rules.Require(form.IsSure, "Rule_NotSure");
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        await seat.PrepareAsync(on, key, actor, cancel);
        var taken = new HeldCase(on, await MoveAsync(held, actor, cancel));
        work.Write(taken, form, EntryKind.HandedToTi, actor, words);
        await timer.RefreshAsync(on, taken.Holder, cancel);
        await tell.AboutAsync(taken, form.RequestId, actor, cancel);
        await mediator.Publish(new CaseHandedToTi(on.Id, held.Holder.OfficeId, actor), cancel);
    }

    private async Task<CaseOffice> MoveAsync(HeldCase held, Actor actor, CancellationToken cancel)
    {
        var (on, now) = (held.Case, actor.At);
        foreach (var office in await db.Set<CaseOffice>().Where(o => o.CaseId == on.Id && o.To == null).ToListAsync(cancel))
        {
            (office.To, office.DueAt) = (now, CaseOffice.NothingDue);
        }

        db.Add((await timer.LastAsync(on.Id, cancel)).Climb(OfficeIds.TransparencyInternational, now, now));
        on.Level++;
        (on.Side, on.State, on.AssignedTo, on.NotAgainBy) = (Side.Ti, CaseState.Received, null, null);
        (on.DueAt, on.PromisedDueAt, on.EventsDoneAt) = (null, null, null);
        var holder = new CaseOffice { CaseId = on.Id, OfficeId = OfficeIds.TransparencyInternational, Part = Part.Holds, From = now };
        db.AddRange(holder, new Move
        {
            CaseId = on.Id, Cycle = on.Cycle, Level = on.Level, Kind = MoveKind.LevelChange, Recipient = Guid.Empty,
            Reason = MoveReason.HandedToTi, At = now, DoneAt = now,
        });
        return holder;
    }
}
