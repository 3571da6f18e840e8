using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.NobodysCase;

/// <summary>
/// Every five minutes it looks at each open case of a side: is somebody there who may work it? What causes it (an ended membership, a closed
/// account, leave, an exclusion) is not asked, so that no cause can be forgotten.
/// </summary>
internal abstract class SweepNobodys(
    IRunner runner, IDbContextFactory<OurVoiceDb> databases, IAccusedNames accused, TimeProvider time, ILogger log) : ISweep
{
    /// <summary>Cases looked at in one query.</summary>
    public const int Turn = 1_000;

    public abstract string Name { get; }

    public abstract Side Side { get; }

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    /// <returns>Done: freed. Failed: still with nobody.</returns>
    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var (count, after) = (default(SweepCount), Guid.Empty);
        while (true)
        {
            var (last, found) = await PageAsync(after, cancel);
            foreach (var caseId in found)
            {
                count += await FreeAsync(caseId, cancel) ? new SweepCount(1, 0) : new SweepCount(0, 1);
            }

            if (last is null)
            {
                return count;
            }

            after = last.Value;
        }
    }

    private async Task<(Guid? Last, List<Guid> Found)> PageAsync(Guid after, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rest = db.Set<Case>().Where(c => c.Side == Side && c.State != CaseState.Closed && c.Id.CompareTo(after) > 0);
        var last = await rest.OrderBy(c => c.Id).Skip(Turn - 1).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel);
        var page = last is { } end ? rest.Where(c => c.Id.CompareTo(end) <= 0) : rest;
        return (last, await db.Nobodys(page, time.GetUtcNow().UtcDateTime).Select(s => s.Case.Id).ToListAsync(cancel));
    }

    private async Task<bool> FreeAsync(Guid caseId, CancellationToken cancel)
    {
        var actor = Actor.System(time);
        try
        {
            var names = await accused.OfAsync(caseId, cancel);
            return await runner.RunAsync<FreeCase, bool>(actor, a => a.ExecuteAsync(caseId, names, actor, cancel), cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // The type only: a message might quote a row.
            log.LogError("A case with nobody there could not be freed: {Fault}", e.GetBaseException().GetType().Name);
            return false;
        }
    }
}

/// <summary>The government's cases.</summary>
internal sealed class SweepGovernmentNobodys(
    IRunner runner, IDbContextFactory<OurVoiceDb> databases, IAccusedNames accused, TimeProvider time, ILogger<SweepGovernmentNobodys> log)
    : SweepNobodys(runner, databases, accused, time, log)
{
    public override string Name => "nobodys-cases";

    public override Side Side => Side.Government;
}

/// <summary>Transparency International's: there is no office above, but a case goes back to the queue.</summary>
internal sealed class SweepTiNobodys(
    IRunner runner, IDbContextFactory<OurVoiceDb> databases, IAccusedNames accused, TimeProvider time, ILogger<SweepTiNobodys> log)
    : SweepNobodys(runner, databases, accused, time, log)
{
    public override string Name => "nobodys-cases-ti";

    public override Side Side => Side.Ti;
}
