using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.MoveUp;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Exclude;

/// <summary>No government account may have the case: it becomes Transparency International's, once and for good.</summary>
internal sealed class GiveToTi(OurVoiceDb db, CaseWork work, CaseTimer timer, IMediator mediator)
{
    public async Task RunAsync(HeldCase held, Handing over, Actor actor, CancellationToken cancel)
    {
        var (on, isAtRest) = (held.Case, held.Case.State is CaseState.Closed or CaseState.Withdrawn);
        foreach (var part in await db.Set<CaseOffice>().Where(o => o.CaseId == on.Id && o.To == null).ToListAsync(cancel))
        {
            part.To = over.Left;
        }

        var holder = new CaseOffice { CaseId = on.Id, OfficeId = OfficeIds.TransparencyInternational, Part = Part.Holds, From = over.From };
        db.Add(holder);
        (on.Side, on.AssignedTo) = (Side.Ti, null);
        var last = await timer.LastAsync(on.Id, cancel);
        if (!isAtRest)
        {
            on.Level++;
            on.State = CaseState.Received;
            db.Add(last.Climb(holder.OfficeId, over.From, over.From));
        }
        else if (last.To is null)
        {
            db.Add(last.Transfer(holder.OfficeId, over.From));
        }

        work.Write(on, new NewEntry(Guid.NewGuid(), EntryKind.HandedToTi, over.From, IsPublic: true, holder.OfficeId));
        if (on.WithdrawnAt is null)
        {
            await timer.RefreshAsync(on, holder, cancel);
        }

        await mediator.Publish(new CaseHandedToTi(on.Id, held.Holder.OfficeId, actor), cancel);
    }
}
