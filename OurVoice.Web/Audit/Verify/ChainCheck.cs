using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Audit.Heads;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit.Verify;

/// <summary>Walks a side's chain from its first row and compares it with the head file.</summary>
internal sealed class ChainCheck(IDbContextFactory<OurVoiceDb> databases, HeadFile file, MasterKeys masters)
{
    public Task<Findings> RunAsync(Side side, CancellationToken cancel) =>
        side == Side.Ti ? RunAsync<TiAuditRow>(side, cancel) : RunAsync<GovernmentAuditRow>(side, cancel);

    private static void Compare(AuditRow row, IEnumerable<Head> heads, Findings findings)
    {
        foreach (var head in heads.Where(h => !CryptographicOperations.FixedTimeEquals(h.RowMac, row.Mac)))
        {
            findings.Add($"Row {row.Sequence} is not the one the head of {Said(head.At)} saw: the chain was written anew.");
        }
    }

    private static string Said(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    private async Task<Findings> RunAsync<TRow>(Side side, CancellationToken cancel)
        where TRow : AuditRow
    {
        var findings = new Findings();
        // The heads first: a row that comes in between is younger than all of them, and not missing.
        var heads = await HeadsAsync(side, findings, cancel);
        await RowsAsync<TRow>(side, heads.ToLookup(h => h.Sequence), findings, cancel);
        foreach (var head in heads.Where(h => h.Sequence > findings.Rows))
        {
            findings.Add($"The head of {Said(head.At)} saw row {head.Sequence}, but the chain ends with row {findings.Rows}: its end was cut off.");
        }

        var seen = heads.Count == 0 ? 0 : heads.Max(h => h.Sequence);
        findings.Younger = Math.Max(0, findings.Rows - seen);
        findings.LastHead = heads.Count == 0 ? null : heads[^1].At;
        return findings;
    }

    private async Task RowsAsync<TRow>(Side side, ILookup<long, Head> heads, Findings findings, CancellationToken cancel)
        where TRow : AuditRow
    {
        var keys = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        var before = AuditMac.Start;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await foreach (var row in db.Set<TRow>().AsNoTracking().OrderBy(r => r.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Sequence != findings.Rows + 1)
            {
                findings.Add($"After row {findings.Rows} comes row {row.Sequence}: rows between them are missing.");
            }
            else if (Key(side, row.KeyId, keys) is not { } key)
            {
                findings.Add($"Row {row.Sequence} was written with the master key {row.KeyId}, which is not in the folder of keys.");
            }
            else if (!CryptographicOperations.FixedTimeEquals(row.Mac, AuditMac.Of(row, before, key)))
            {
                findings.Add($"Row {row.Sequence} of {Said(row.At)} was changed or has changed its place.");
            }

            Compare(row, heads[row.Sequence], findings);
            (before, findings.Rows) = (row.Mac, row.Sequence);
        }
    }

    private async Task<IReadOnlyList<Head>> HeadsAsync(Side side, Findings findings, CancellationToken cancel)
    {
        if (await file.ReadAsync(side, cancel) is not { } lines)
        {
            findings.Add($"There is no head file '{file.PathOf(side)}'. The server writes one every ten minutes; without it nothing shows whether rows were taken away.");
            return [];
        }

        var heads = new List<Head>();
        var before = AuditMac.Start;
        foreach (var (line, number) in lines.Select((l, i) => (l, i + 1)))
        {
            if (Head.Parse(line) is not { } head || Master(side, head.KeyId) is not { } master || !head.IsProven(before, master))
            {
                findings.Add($"Line {number} of the head file '{file.PathOf(side)}' was changed, is missing, or its master key is gone.");
                continue;
            }

            heads.Add(head);
            before = head.Mac;
        }

        return heads;
    }

    private byte[]? Key(Side side, string keyId, Dictionary<string, byte[]?> known) =>
        known.TryGetValue(keyId, out var key) ? key : known[keyId] = Master(side, keyId) is { } master ? AuditMac.Key(master) : null;

    private MasterKey? Master(Side side, string keyId) => KeyId.TryParse(keyId, out var id) ? masters.Find(side, id) : null;
}
