using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Presence;

/// <summary>Takes away the marks of pages that were never closed: a killed browser or server says no goodbye.</summary>
internal sealed class SweepPresence(IRunner runner, TimeProvider time) : ISweep
{
    public string Name => "presence";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var actor = Actor.System(time);
        return new(await runner.RunAsync<DropStalePresence, int>(actor, a => a.DropAsync(actor, cancel), cancel), 0);
    }
}

internal sealed class DropStalePresence(OurVoiceDb db) : IAction
{
    public Task<int> DropAsync(Actor actor, CancellationToken cancel)
    {
        var stale = actor.At - MarkPresence.StaleAfter;
        return db.Set<PresenceMark>().Where(p => p.SeenAt < stale).ExecuteDeleteAsync(cancel);
    }
}
