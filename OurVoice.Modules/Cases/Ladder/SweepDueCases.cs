using Microsoft.Extensions.Logging;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Ladder;

/// <summary>
/// The ladder: every minute it works the cases whose next event has come, one transaction a case, on any number of nodes.
/// The two sides have a ladder each, whose runs lie apart.
/// A done case has its next event ahead and a failed one is set aside, so each turn simply takes the first due cases that nobody has.
/// </summary>
internal abstract class SweepCases(
    IRunner runner, IAccusedNames accused, TimeProvider time, ILogger log) : ISweep
{
    public abstract string Name { get; }

    public abstract Side Side { get; }

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var (count, worker) = (default(SweepCount), Guid.NewGuid());
        while (true)
        {
            var actor = Actor.System(time);
            var due = await runner.RunAsync<ClaimDueCases, IReadOnlyList<Guid>>(actor, a => a.ExecuteAsync(worker, Side, actor, cancel), cancel);
            if (due.Count == 0)
            {
                return count;
            }

            foreach (var caseId in due)
            {
                count += await WorkAsync(caseId, worker, cancel);
            }
        }
    }

    private async Task<SweepCount> WorkAsync(Guid caseId, Guid worker, CancellationToken cancel)
    {
        var actor = Actor.System(time);
        try
        {
            var names = await accused.OfAsync(caseId, cancel);
            await runner.RunAsync<WorkDueCase>(actor, a => a.ExecuteAsync(caseId, worker, names, actor, cancel), cancel);
            return new SweepCount(1, 0);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // The type only: a message might quote a row.
            log.LogError("A due case is set aside after {Fault}", e.GetBaseException().GetType().Name);
            await runner.RunAsync<SetAside>(actor, a => a.ExecuteAsync(caseId, worker, actor, cancel), cancel);
            return new SweepCount(0, 1);
        }
    }
}

/// <summary>The government's cases.</summary>
internal sealed class SweepDueCases(IRunner runner, IAccusedNames accused, TimeProvider time, ILogger<SweepDueCases> log)
    : SweepCases(runner, accused, time, log)
{
    public override string Name => "ladder";

    public override Side Side => Side.Government;
}

/// <summary>Transparency International's: nothing climbs there, but acts of citizens wait for their hour.</summary>
internal sealed class SweepTiCases(IRunner runner, IAccusedNames accused, TimeProvider time, ILogger<SweepTiCases> log)
    : SweepCases(runner, accused, time, log)
{
    public override string Name => "ladder-ti";

    public override Side Side => Side.Ti;
}
