using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.FoldAlike;

/// <summary>Takes away the marks of days that are over: nothing new is compared with them.</summary>
internal sealed class SweepAlikes(IRunner runner, TimeProvider time) : ISweep
{
    public string Name => "alikes";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var actor = Actor.System(time);
        return new(await runner.RunAsync<DropOldAlikes, int>(actor, a => a.DropAsync(actor, cancel), cancel), 0);
    }
}

internal sealed class DropOldAlikes(OurVoiceDb db) : IAction
{
    private const int Days = 2;

    public Task<int> DropAsync(Actor actor, CancellationToken cancel)
    {
        var before = PhnomPenh.DateOf(actor.At).AddDays(-Days);
        return db.Set<Alike>().Where(a => a.On < before).ExecuteDeleteAsync(cancel);
    }
}
