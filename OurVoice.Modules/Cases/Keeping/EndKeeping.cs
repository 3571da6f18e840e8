using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Keeping;

/// <summary>
/// Gives up what has been kept long enough after closing. A case that was reopened, or whose citizen has just said something that does not
/// count yet, is kept. What is marked here loses its key by a sweep afterwards; the row stays and counts in figures.
/// </summary>
internal sealed class EndKeeping(OurVoiceDb db, KeepingTimes keeping, IMediator mediator) : IAction
{
    /// <returns>False when there is nothing to give up (any more).</returns>
    public async Task<bool> OfWordsAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        var on = await FindAsync(caseId, cancel);
        if (on is null || keeping.WordsUntil(on.Kind, on.ClosedOn!.Value) >= PhnomPenh.DateOf(actor.At))
        {
            return false;
        }

        await mediator.Publish(new KeepingEnded(caseId, actor), cancel);
        return true;
    }

    /// <returns>False when there is nothing to give up (any more).</returns>
    public async Task<bool> OfIdentityAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        var (on, today) = (await FindAsync(caseId, cancel), PhnomPenh.DateOf(actor.At));
        if (on is not { Kept: Kept.Everything } || keeping.IdentityUntil(on.Kind, on.ClosedOn!.Value) >= today)
        {
            return false;
        }

        // Whoever changes the case at this moment comes second and sees what it is by then.
        (on.Kept, on.Writes) = (Kept.Words, on.Writes + 1);
        await mediator.Publish(new IdentityKeepingEnded(caseId, actor), cancel);
        return true;
    }

    private Task<Case?> FindAsync(Guid caseId, CancellationToken cancel) => db.Set<Case>().SingleOrDefaultAsync(
        c => c.Id == caseId && c.State == CaseState.Closed && c.ClosedOn != null && c.PendingAt == null && c.WithdrawnAt == null && c.ErasedAt == null, cancel);
}
