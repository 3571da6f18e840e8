using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit.Heads;

/// <summary>
/// Writes down outside the database how a side's chain ends. From then on nobody who has the database alone can take rows away
/// or write the chain anew without it being found.
/// </summary>
internal abstract class HeadSweep<TRow>(
    Side side, IDbContextFactory<OurVoiceDb> databases, HeadFile file, MasterKeys masters, TimeProvider time, ILogger log) : ISweep
    where TRow : AuditRow
{
    public abstract string Name { get; }

    public Side Side => side;

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var last = await db.Set<TRow>().AsNoTracking().OrderByDescending(r => r.Sequence).Select(r => new { r.Sequence, r.Mac }).FirstOrDefaultAsync(cancel);
        var (sequence, mac) = last is null ? (0L, AuditMac.Start) : (last.Sequence, last.Mac);
        Head? before = null;
        var isNew = false;
        await file.AppendAsync(side, known => Next(before = known, out isNew), cancel);
        if (before is { Sequence: > 0, IsCut: false } && !await db.Set<TRow>().AnyAsync(r => r.Sequence == before.Sequence && r.Mac == before.RowMac, cancel))
        {
            log.LogError("The audit of {Side} does not hold what its head file says. Run: audit verify", side);
            return new(isNew ? 1 : 0, 1);
        }

        return new(isNew ? 1 : 0, 0);

        Head? Next(Head? known, out bool written)
        {
            written = known is null || known.Sequence < sequence;
            return written ? Head.Make(sequence, mac, time.GetUtcNow().UtcDateTime, known?.Mac ?? AuditMac.Start, masters.Current(side)) : null;
        }
    }
}

internal sealed class GovernmentHeadSweep(
    IDbContextFactory<OurVoiceDb> databases, HeadFile file, MasterKeys masters, TimeProvider time, ILogger<GovernmentHeadSweep> log)
    : HeadSweep<GovernmentAuditRow>(Side.Government, databases, file, masters, time, log)
{
    public override string Name => "audit-heads";
}

internal sealed class TiHeadSweep(
    IDbContextFactory<OurVoiceDb> databases, HeadFile file, MasterKeys masters, TimeProvider time, ILogger<TiHeadSweep> log)
    : HeadSweep<TiAuditRow>(Side.Ti, databases, file, masters, time, log)
{
    public override string Name => "audit-heads-ti";
}
