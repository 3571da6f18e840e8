using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Audit.Heads;
using OurVoice.Web.Audit.Verify;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit.Cut;

/// <summary>
/// Cuts off the rows of months that have been kept long enough, a piece at a time. First the mark becomes a line of the head file, then
/// one commit notes the cut in the chain and takes the rows away; killed between the two, the next run goes on from the mark. Nothing is
/// cut off that is not proven row by row: who may write to the database could make young rows look old and let us wipe them away.
/// </summary>
internal abstract class CutSweep<TRow>(Side side, CutTools tools, ILogger log) : ISweep
    where TRow : AuditRow, new()
{
    public abstract string Name { get; }

    public Side Side => side;

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var limit = Limit();
        var done = 0;
        while (await LastDueAsync(limit, cancel) is { } last)
        {
            if (await MarkAsync(last, limit, cancel) is not { } cut)
            {
                log.LogError("The audit of {Side} is not whole, so nothing of it is cut off. Run: audit verify", side);
                return new(done, 1);
            }

            var actor = Actor.System(tools.Time);
            done += await tools.Runner.RunAsync(actor, (CutRows<TRow> rows) => rows.ExecuteAsync(side, cut, actor, cancel), cancel);
        }

        return new(done, 0);
    }

    // Whole months, so that there is a cut a month and not one a day.
    private DateTime Limit()
    {
        var day = PhnomPenh.DateOf(tools.Time.GetUtcNow().UtcDateTime).AddYears(-tools.Settings.KeepYears);
        return PhnomPenh.StartOf(new DateOnly(day.Year, day.Month, 1));
    }

    /// <summary>The last row of the next piece, or null when no row at the chain's beginning is old enough.</summary>
    private async Task<long?> LastDueAsync(DateTime limit, CancellationToken cancel)
    {
        await using var db = await tools.Databases.CreateDbContextAsync(cancel);
        var first = await db.Set<TRow>().AsNoTracking().Where(r => r.Sequence > 0).OrderBy(r => r.Sequence)
            .Take(tools.AtOnce).Select(r => new { r.Sequence, r.At }).ToListAsync(cancel);
        return first.TakeWhile(r => r.At < limit).LastOrDefault()?.Sequence;
    }

    private async Task<Head?> MarkAsync(long last, DateTime limit, CancellationToken cancel)
    {
        var found = await tools.Check.UpToAsync(side, last, cancel);
        if (found.Wrong.Count > 0 || found.Last != last || found.Youngest >= limit)
        {
            return null;
        }

        var lines = await tools.Heads.ReadAsync(side, _ => { }, cancel);
        if (lines.Cuts.FirstOrDefault(c => c.Sequence == last) is { } known)
        {
            return known;
        }

        var behind = lines.Lines.TakeWhile(l => l.Sequence <= last).LastOrDefault()?.Mac ?? lines.Before;
        Head? cut = null;
        var at = tools.Time.GetUtcNow().UtcDateTime;
        await tools.File.AppendAsync(side, before => cut = Head.Make(last, found.LastMac, at, before?.Mac ?? AuditMac.Start, tools.Masters.Current(side), behind), cancel);
        return cut;
    }
}

/// <summary>What both sides' cuts work with.</summary>
internal sealed record CutTools(
    IDbContextFactory<OurVoiceDb> Databases, ChainCheck Check, ProvenHeads Heads, HeadFile File, MasterKeys Masters, IRunner Runner, AuditSettings Settings, TimeProvider Time)
{
    /// <summary>Rows of one cut, so that nobody waits long for its commit.</summary>
    public int AtOnce { get; init; } = 5000;
}

internal sealed class GovernmentCutSweep(CutTools tools, ILogger<GovernmentCutSweep> log) : CutSweep<GovernmentAuditRow>(Side.Government, tools, log)
{
    public override string Name => "audit-cut";
}

internal sealed class TiCutSweep(CutTools tools, ILogger<TiCutSweep> log) : CutSweep<TiAuditRow>(Side.Ti, tools, log)
{
    public override string Name => "audit-cut-ti";
}
