using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Demo;

/// <summary>Writes down that the demo is begun, and that it is done.</summary>
internal sealed class MarkDemo(OurVoiceDb db) : IAction
{
    /// <summary>False when there is nothing to make: it is done, or the database belongs to somebody else.</summary>
    public async Task<bool> BeginAsync(Actor actor, CancellationToken cancel)
    {
        if (await db.Set<DemoMark>().SingleOrDefaultAsync(cancel) is { } begun)
        {
            return begun.DoneAt is null;
        }

        if (await db.Set<Account>().AnyAsync(cancel))
        {
            return false;
        }

        db.Add(new DemoMark { BegunAt = actor.At });
        return true;
    }

    public async Task EndAsync(Actor actor, CancellationToken cancel)
    {
        var mark = await db.Set<DemoMark>().SingleAsync(cancel);
        mark.DoneAt ??= actor.At;
        mark.Version++;
    }
}
