using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Recounts;

/// <summary>
/// Works the recounts that are asked, the oldest first, a transaction a case. Killed anywhere it goes on with the turn it was in; a case
/// that fails keeps its dates until anything happens to it, which counts them again.
/// </summary>
internal abstract class SweepRecounts<TRow>(
    IDbContextFactory<OurVoiceDb> databases, IRunner runner, TimeProvider time, ILogger log) : ISweep
    where TRow : RecountRow
{
    public const int Turn = 100;

    public abstract string Name { get; }

    public abstract Side Side { get; }

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var count = default(SweepCount);
        while (await NextAsync(cancel) is { } job)
        {
            var (total, turn) = await TurnAsync(job, cancel);
            foreach (var caseId in turn)
            {
                count += await CountAsync(caseId, job, cancel);
            }

            var actor = Actor.System(time);
            Guid? last = turn.Count > 0 ? turn[^1] : null;
            await runner.RunAsync<PassRecount>(actor, a => a.ExecuteAsync(job, total, turn.Count, last, actor, cancel), cancel);
        }

        return count;
    }

    private async Task<TRow?> NextAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<TRow>().AsNoTracking().Where(r => r.EndedAt == null).OrderBy(r => r.AskedAt).ThenBy(r => r.Id).FirstOrDefaultAsync(cancel);
    }

    private async Task<(int Total, List<Guid> Turn)> TurnAsync(TRow job, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var open = db.Set<Case>().Where(c => c.Side == Side && c.State != CaseState.Closed);
        var concerned = job.OfficeId is { } office
            ? open.Where(c => db.Set<ClockSegment>().Any(s => s.CaseId == c.Id && s.OfficeId == office))
            : open;
        var total = job.Total ?? await concerned.CountAsync(cancel);
        return (total, await concerned.Where(c => c.Id.CompareTo(job.After) > 0).OrderBy(c => c.Id).Select(c => c.Id).Take(Turn).ToListAsync(cancel));
    }

    private async Task<SweepCount> CountAsync(Guid caseId, TRow job, CancellationToken cancel)
    {
        var actor = Actor.System(time);
        try
        {
            await runner.RunAsync<RecountCase>(actor, a => a.ExecuteAsync(caseId, job.Cause, actor, cancel), cancel);
            return new SweepCount(1, 0);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // The type only: a message might quote a row.
            log.LogError("The dates of a case could not be counted again: {Fault}", e.GetBaseException().GetType().Name);
            return new SweepCount(0, 1);
        }
    }
}

/// <summary>The government's cases.</summary>
internal sealed class SweepGovernmentRecounts(
    IDbContextFactory<OurVoiceDb> databases, IRunner runner, TimeProvider time, ILogger<SweepGovernmentRecounts> log)
    : SweepRecounts<Recount>(databases, runner, time, log)
{
    public override string Name => "recounts";

    public override Side Side => Side.Government;
}

/// <summary>Transparency International's.</summary>
internal sealed class SweepTiRecounts(
    IDbContextFactory<OurVoiceDb> databases, IRunner runner, TimeProvider time, ILogger<SweepTiRecounts> log)
    : SweepRecounts<TiRecount>(databases, runner, time, log)
{
    public override string Name => "recounts-ti";

    public override Side Side => Side.Ti;
}
