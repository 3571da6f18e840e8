using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit;

/// <summary>Notes that go into one commit, and the last row they became when they were tried before.</summary>
internal sealed class AuditBatch(IReadOnlyList<AuditNote> notes)
{
    public IReadOnlyList<AuditNote> Notes { get; } = notes;

    public (long Sequence, byte[] Mac)? Tried { get; set; }
}

/// <summary>
/// Adds rows at the end of a side's chain. Another process that takes the same place first wins it, and the runner comes here
/// again behind its row.
/// </summary>
internal sealed class AppendNotes<TRow>(OurVoiceDb db, MasterKeys masters) : IAction
    where TRow : AuditRow, new()
{
    public async Task ExecuteAsync(Side side, AuditBatch batch, Actor actor, CancellationToken cancel)
    {
        if (batch.Tried is { } tried && await IsThereAsync(tried, cancel))
        {
            return;
        }

        var (sequence, mac) = await LastAsync(cancel);
        var master = masters.Current(side);
        var key = AuditMac.Key(master);
        foreach (var note in batch.Notes)
        {
            var row = AuditRow.From<TRow>(note, ++sequence, master.Id.ToString());
            row.Mac = mac = AuditMac.Of(row, mac, key);
            db.Add(row);
        }

        batch.Tried = (sequence, mac);
    }

    // A row of this very transaction is known to the context only.
    private async Task<(long Sequence, byte[] Mac)> LastAsync(CancellationToken cancel)
    {
        var last = db.Set<TRow>().Local.MaxBy(r => r.Sequence)
            ?? await db.Set<TRow>().AsNoTracking().OrderByDescending(r => r.Sequence).FirstOrDefaultAsync(cancel);
        return last is null ? (0L, AuditMac.Start) : (last.Sequence, last.Mac);
    }

    // A commit whose answer was lost is run again; the rows it left must not stand there twice.
    private Task<bool> IsThereAsync((long Sequence, byte[] Mac) tried, CancellationToken cancel) =>
        db.Set<TRow>().AnyAsync(r => r.Sequence == tried.Sequence && r.Mac == tried.Mac, cancel);
}
