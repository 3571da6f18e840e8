using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Track;

/// <summary>Forgets acts whose form nobody has open any more.</summary>
internal sealed class SweepActs(IRunner runner, TimeProvider time) : ISweep
{
    public string Name => "track-acts";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<SweepCount> RunAsync(CancellationToken cancel) =>
        new(await runner.RunAsync<DropOldActs, int>(Actor.System(time), a => a.DropAsync(Actor.System(time), cancel), cancel), 0);
}

internal sealed class DropOldActs(OurVoiceDb db) : IAction
{
    private const int DaysKept = 30;

    public Task<int> DropAsync(Actor actor, CancellationToken cancel)
    {
        var oldest = PhnomPenh.DateOf(actor.At).AddDays(-DaysKept);
        return db.Set<Act>().Where(a => a.On < oldest).ExecuteDeleteAsync(cancel);
    }
}
