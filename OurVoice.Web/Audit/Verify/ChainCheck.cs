using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Audit.Cut;
using OurVoice.Web.Audit.Heads;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit.Verify;

/// <summary>Walks a side's chain from its first row, or from behind the cut that is recorded, and compares it with the head file.</summary>
internal sealed class ChainCheck(IDbContextFactory<OurVoiceDb> databases, ProvenHeads file, MasterKeys masters)
{
    public Task<Findings> RunAsync(Side side, CancellationToken cancel) => UpToAsync(side, long.MaxValue, cancel);

    /// <summary>The same for the beginning of the chain, as if it ended with this row.</summary>
    public Task<Findings> UpToAsync(Side side, long row, CancellationToken cancel) =>
        side == Side.Ti ? RunAsync<TiAuditRow>(side, row, cancel) : RunAsync<GovernmentAuditRow>(side, row, cancel);

    private static void Compare(AuditRow row, IEnumerable<Head> heads, Findings findings)
    {
        foreach (var head in heads.Where(h => !CryptographicOperations.FixedTimeEquals(h.RowMac, row.Mac)))
        {
            findings.Add($"Row {row.Sequence} is not the one the head of {Said(head.At)} saw: the chain was written anew.");
        }
    }

    private static string Said(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    private async Task<Findings> RunAsync<TRow>(Side side, long upTo, CancellationToken cancel)
        where TRow : AuditRow
    {
        var findings = new Findings();
        // The heads first: a row that comes in between is younger than all of them, and not missing.
        var heads = (await file.ReadAsync(side, findings.Add, cancel)).Lines;
        await RowsAsync<TRow>(side, upTo, heads.ToLookup(h => h.Sequence), findings, cancel);
        foreach (var head in heads.Where(h => h.Sequence > findings.Last && h.Sequence <= upTo))
        {
            findings.Add($"The head of {Said(head.At)} saw row {head.Sequence}, but the chain ends with row {findings.Last}: its end was cut off.");
        }

        var seen = heads.Count == 0 ? 0 : heads.Max(h => h.Sequence);
        findings.Younger = Math.Max(0, findings.Last - seen);
        findings.LastHead = heads.LastOrDefault(h => !h.IsCut)?.At;
        return findings;
    }

    private async Task RowsAsync<TRow>(Side side, long upTo, ILookup<long, Head> heads, Findings findings, CancellationToken cancel)
        where TRow : AuditRow
    {
        var keys = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await foreach (var row in db.Set<TRow>().AsNoTracking().Where(r => r.Sequence <= upTo).OrderBy(r => r.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var before = findings.First == 0 ? await BeginAsync<TRow>(side, row.Sequence, findings, cancel) : Follow(row, findings);
            if (before is not null)
            {
                Prove(row, before, Key(side, row.KeyId, keys), findings);
            }

            Compare(row, heads[row.Sequence], findings);
            (findings.Last, findings.LastMac) = (row.Sequence, row.Mac);
            findings.Youngest = row.At > findings.Youngest ? row.At : findings.Youngest;
        }
    }

    /// <summary>What stands before the first row: nothing, or the last row of a cut that both the head file and the chain know. Null: it is not known.</summary>
    private async Task<byte[]?> BeginAsync<TRow>(Side side, long first, Findings findings, CancellationToken cancel)
        where TRow : AuditRow
    {
        findings.First = first;
        if (first == 1)
        {
            return AuditMac.Start;
        }

        // Read anew: the rows may have been cut off since the file was read.
        foreach (var cut in (await file.ReadAsync(side, _ => { }, cancel)).Cuts.Where(c => c.Sequence == first - 1))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (await db.Set<TRow>().NotesOf(cut).AnyAsync(cancel))
            {
                findings.Cut = cut;
                return cut.RowMac;
            }
        }

        findings.Add($"The chain begins with row {first}, and no cut up to row {first - 1} is recorded: its beginning was taken away.");
        return null;
    }

    private static byte[]? Follow(AuditRow row, Findings findings)
    {
        if (row.Sequence == findings.Last + 1)
        {
            return findings.LastMac;
        }

        findings.Add($"After row {findings.Last} comes row {row.Sequence}: rows between them are missing.");
        return null;
    }

    private static void Prove(AuditRow row, byte[] before, byte[]? key, Findings findings)
    {
        if (key is null)
        {
            findings.Add($"Row {row.Sequence} was written with the master key {row.KeyId}, which is not in the folder of keys.");
        }
        else if (!CryptographicOperations.FixedTimeEquals(row.Mac, AuditMac.Of(row, before, key)))
        {
            findings.Add($"Row {row.Sequence} of {Said(row.At)} was changed or has changed its place.");
        }
    }

    private byte[]? Key(Side side, string keyId, Dictionary<string, byte[]?> known) => known.TryGetValue(keyId, out var key)
        ? key
        : known[keyId] = KeyId.TryParse(keyId, out var id) && masters.Find(side, id) is { } master ? AuditMac.Key(master) : null;
}
