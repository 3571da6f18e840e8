using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Clock;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.PolicyStore;

/// <summary>The stored versions of each side's rules of time. A version never changes, so each is read once.</summary>
internal sealed class PolicyBook
{
    private readonly ConcurrentDictionary<(Side, int), Policy> _read = new();

    /// <summary>The version with which a case received at this instant starts.</summary>
    public static Task<int> VersionAtAsync(OurVoiceDb db, Side side, DateTime at, CancellationToken cancel) => db.Set<PolicyVersion>()
        .Where(p => p.Side == side && (p.From <= at || p.Version == PolicyVersion.BuiltIn))
        .MaxAsync(p => p.Version, cancel);

    public async ValueTask<Policy> GetAsync(OurVoiceDb db, Side side, int version, CancellationToken cancel) =>
        _read.TryGetValue((side, version), out var known) ? known : _read.GetOrAdd((side, version), await ReadAsync(db, side, version, cancel));

    private static async Task<Policy> ReadAsync(OurVoiceDb db, Side side, int version, CancellationToken cancel)
    {
        var head = await db.Set<PolicyVersion>().AsNoTracking().SingleAsync(p => p.Side == side && p.Version == version, cancel);
        var rows = await db.Set<PolicyTargetRow>().AsNoTracking().Where(t => t.Side == side && t.Version == version).ToListAsync(cancel);
        var caps = await db.Set<PolicyCapRow>().AsNoTracking().Where(c => c.Side == side && c.Version == version).ToListAsync(cancel);
        return new Policy(
            version,
            [.. rows.Select(t => t.ToTarget())],
            Percents.Read(head.WarningPercents),
            head.MaxPauses,
            head.PauseCapWorkingDays,
            head.ListedWorkingDays)
        {
            Caps = [.. caps.Select(c => c.ToCap())],
        };
    }
}
