using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit.Heads;

/// <summary>The lines of a side's head file that still count, proven, in order.</summary>
/// <param name="Lines">Heads and marks of cuts.</param>
/// <param name="Before">The proof of the line before the first of them.</param>
internal sealed record HeadLines(IReadOnlyList<Head> Lines, byte[] Before)
{
    public IEnumerable<Head> Cuts => Lines.Where(l => l.IsCut);
}

/// <summary>
/// Reads a head file and proves each line. What stands before the place that the last cut names speaks of rows that are gone and may
/// have been written with a master key that is gone as well; the cut's own proof vouches for the place.
/// </summary>
internal sealed class ProvenHeads(HeadFile file, MasterKeys masters)
{
    /// <summary>The proven lines; what is wrong with the others is said to <paramref name="wrong"/>.</summary>
    public async Task<HeadLines> ReadAsync(Side side, Action<string> wrong, CancellationToken cancel)
    {
        if (await file.ReadAsync(side, cancel) is not { } lines)
        {
            wrong($"There is no head file '{file.PathOf(side)}'. The server writes one every ten minutes; without it nothing shows whether rows were taken away.");
            return new([], AuditMac.Start);
        }

        var all = lines.Select(Head.Parse).ToList();
        var (from, before) = Beginning(side, all);
        var proven = new List<Head>();
        var last = before;
        for (var i = from; i < all.Count; i++)
        {
            if (!IsProven(side, all[i], last))
            {
                wrong($"Line {i + 1} of the head file '{file.PathOf(side)}' was changed, is missing, or its master key is gone.");
                continue;
            }

            proven.Add(all[i]!);
            last = all[i]!.Mac;
        }

        return new(proven, before);
    }

    private (int From, byte[] Before) Beginning(Side side, List<Head?> all)
    {
        for (var i = all.Count - 1; i > 0; i--)
        {
            if (all[i] is { Done: { } done } cut && all[i - 1] is { } before && IsProven(side, cut, before.Mac))
            {
                var behind = all.FindIndex(0, i, l => l is not null && l.Mac.AsSpan().SequenceEqual(done)) + 1;
                return behind == 0 ? (0, AuditMac.Start) : (behind, done);
            }
        }

        return (0, AuditMac.Start);
    }

    private bool IsProven(Side side, Head? head, byte[] before) =>
        head is not null && KeyId.TryParse(head.KeyId, out var id) && masters.Find(side, id) is { } master && head.IsProven(before, master);
}
