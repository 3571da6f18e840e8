using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.MoveUp;
using OurVoice.Cases.Recuse;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Cases.Access;

/// <summary>Many acts of one kind in one transaction, each of another case, by the product's own parts: a test's purse for time.</summary>
internal sealed class StoryActs(OurVoiceDb db, IMediator mediator, CaseWork work, MoveUpOneLevel moveUp, DeclareConflict declare) : IAction
{
    public async Task PublishAsync(IEnumerable<INotification> all)
    {
        foreach (var one in all)
        {
            await mediator.Publish(one);
        }
    }

    /// <summary>Where each case went; one at the top is not in it.</summary>
    public async Task<Dictionary<Guid, Guid>> ClimbAsync(IEnumerable<Guid> cases, MoveReason reason, Actor actor)
    {
        var went = new Dictionary<Guid, Guid>();
        foreach (var id in cases)
        {
            var held = new HeldCase(await db.Set<Case>().SingleAsync(c => c.Id == id), await work.HolderAsync(id, default));
            if (await moveUp.RunAsync(held, new Cause(reason, actor.At, []), actor, default) is { } moved)
            {
                went[id] = moved.Holder.OfficeId;
            }
        }

        return went;
    }

    public async Task RecuseAsync(IEnumerable<(Guid Case, Guid Account)> pairs, TimeProvider time)
    {
        foreach (var (id, account) in pairs)
        {
            await declare.ExecuteAsync(new(id, Guid.NewGuid()), [], Actor.Officer(time, account, officeId: null, Lang.Km), default);
        }
    }
}
