using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Keeping;

/// <summary>
/// Every hour: closed cases whose time has passed, kind by kind, one transaction a case. What is done is not found again; one that fails is
/// tried again in an hour and stops no other. Two nodes at once do the same to the same row, which is harmless.
/// </summary>
internal abstract class SweepKept(IDbContextFactory<OurVoiceDb> databases, IRunner runner, KeepingTimes keeping, TimeProvider time, ILogger log) : ISweep
{
    private const int AtOnce = 100;

    public abstract string Name { get; }

    public abstract Side Side { get; }

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var count = default(SweepCount);
        foreach (var kind in Enum.GetValues<CaseKind>())
        {
            var months = keeping.MonthsOf(kind);
            count += await EndAsync(kind, Kept.Everything, Math.Min(keeping.Identity, months), (a, id, actor) => a.OfIdentityAsync(id, actor, cancel), cancel);
            count += await EndAsync(kind, Kept.Words, months, (a, id, actor) => a.OfWordsAsync(id, actor, cancel), cancel);
        }

        return count;
    }

    private async Task<SweepCount> EndAsync(
        CaseKind kind, Kept kept, int months, Func<EndKeeping, Guid, Actor, Task<bool>> end, CancellationToken cancel)
    {
        var count = default(SweepCount);
        Due? last = null;
        for (; await DueAsync(kind, kept, months, last, cancel) is { Count: > 0 } due; last = due[^1])
        {
            foreach (var one in due)
            {
                count += await EndAsync(one.Id, end, cancel);
            }
        }

        return count;
    }

    private async Task<SweepCount> EndAsync(Guid id, Func<EndKeeping, Guid, Actor, Task<bool>> end, CancellationToken cancel)
    {
        var actor = Actor.System(time);
        try
        {
            return new SweepCount(await runner.RunAsync<EndKeeping, bool>(actor, a => end(a, id, actor), cancel) ? 1 : 0, 0);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            log.LogError("A case whose time has passed is kept after {Fault}", e.GetBaseException().GetType().Name);
            return new SweepCount(0, 1);
        }
    }

    // A day too many here is sorted out by the action: months are of different length.
    private async Task<List<Due>> DueAsync(CaseKind kind, Kept kept, int months, Due? last, CancellationToken cancel)
    {
        var latest = PhnomPenh.Today(time).AddMonths(-months);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var due = db.Set<Case>().Where(c => c.Kept == kept && c.Side == Side && c.Kind == kind && c.ClosedOn <= latest);
        due = last is null ? due : due.Where(c => c.ClosedOn > last.ClosedOn || (c.ClosedOn == last.ClosedOn && c.Id > last.Id));
        return await due.OrderBy(c => c.ClosedOn).ThenBy(c => c.Id).Take(AtOnce).Select(c => new Due(c.ClosedOn!.Value, c.Id)).ToListAsync(cancel);
    }

    private sealed record Due(DateOnly ClosedOn, Guid Id);
}

/// <summary>The government's cases.</summary>
internal sealed class SweepKeeping(IDbContextFactory<OurVoiceDb> databases, IRunner runner, KeepingTimes keeping, TimeProvider time, ILogger<SweepKeeping> log)
    : SweepKept(databases, runner, keeping, time, log)
{
    public override string Name => "keeping";

    public override Side Side => Side.Government;
}

/// <summary>Transparency International's.</summary>
internal sealed class SweepTiKeeping(IDbContextFactory<OurVoiceDb> databases, IRunner runner, KeepingTimes keeping, TimeProvider time, ILogger<SweepTiKeeping> log)
    : SweepKept(databases, runner, keeping, time, log)
{
    public override string Name => "keeping-ti";

    public override Side Side => Side.Ti;
}
