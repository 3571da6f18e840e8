using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.MoveUp;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.HandToTi;

/// <summary>
/// A case of the government becomes Transparency International's, once and for good: offices, side, clock, move, entry, notice and event in
/// one transaction. Used by the officer's hand-over and when an exclusion leaves nobody of the government. A case at rest changes hands and nothing else.
/// </summary>
internal sealed class BecomeTis(OurVoiceDb db, CaseWork work, CaseTimer timer, TellCitizen tell, IMediator mediator)
{
    /// <param name="held">The case as an office of the government holds it.</param>
    /// <param name="over">Until when the government had it, and from when TI has it.</param>
    /// <param name="reason">Why, for the move.</param>
    /// <param name="entry">What the timeline says.</param>
    /// <param name="actor">Who caused it.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task RunAsync(HeldCase held, Handing over, MoveReason reason, NewEntry entry, Actor actor, CancellationToken cancel)
    {
        var (on, isAtRest) = (held.Case, held.Case.State is CaseState.Closed or CaseState.Withdrawn);
        var holder = await HandAsync(on, over, cancel);
        on.PolicyVersion = await PolicyBook.VersionAtAsync(db, Side.Ti, over.From, cancel);
        await ClimbClockAsync(on, over, isAtRest, cancel);
        db.Add(new Move
        {
            CaseId = on.Id, Cycle = on.Cycle, Level = on.Level, Kind = MoveKind.LevelChange, Recipient = isAtRest ? holder.OfficeId : Guid.Empty,
            Reason = reason, At = over.From, DoneAt = over.Left,
        });
        work.Write(on, entry);
        if (on.WithdrawnAt is null)
        {
            await timer.RefreshAsync(on, holder, cancel);
            await tell.AboutAsync(new HeldCase(on, holder), entry.Id, actor with { At = over.From }, cancel);
        }

        await mediator.Publish(new CaseHandedToTi(on.Id, held.Holder.OfficeId, actor), cancel);
    }

    // Late offices lose it too. Whose turn it was there says nothing at TI.
    private async Task<CaseOffice> HandAsync(Case on, Handing over, CancellationToken cancel)
    {
        foreach (var part in await db.Set<CaseOffice>().Where(o => o.CaseId == on.Id && o.To == null).ToListAsync(cancel))
        {
            (part.To, part.DueAt) = (over.Left, CaseOffice.NothingDue);
        }

        (on.Side, on.AssignedTo, on.NotAgainBy) = (Side.Ti, null, null);
        var holder = new CaseOffice { CaseId = on.Id, OfficeId = OfficeIds.TransparencyInternational, Part = Part.Holds, From = over.From, Province = on.Province };
        db.Add(holder);
        return holder;
    }

    private async Task ClimbClockAsync(Case on, Handing over, bool isAtRest, CancellationToken cancel)
    {
        var last = await timer.LastAsync(on.Id, cancel);
        if (!isAtRest)
        {
            on.Level++;
            on.State = CaseState.Received;
            db.Add(last.Climb(OfficeIds.TransparencyInternational, over.From, over.From));
        }
        else if (last.To is null)
        {
            db.Add(last.Transfer(OfficeIds.TransparencyInternational, over.From));
        }
    }
}
