using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Clock;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.PolicyStore;

/// <summary>The stored versions of the rules of time. A version never changes, so each is read once.</summary>
internal sealed class PolicyBook
{
    private readonly ConcurrentDictionary<int, Policy> _read = new();

    /// <summary>The version with which a case received at this instant starts.</summary>
    public static Task<int> VersionAtAsync(OurVoiceDb db, DateTime at, CancellationToken cancel) =>
        db.Set<PolicyVersion>().Where(p => p.From <= at || p.Version == 1).MaxAsync(p => p.Version, cancel);

    public async ValueTask<Policy> GetAsync(OurVoiceDb db, int version, CancellationToken cancel) =>
        _read.TryGetValue(version, out var known) ? known : _read.GetOrAdd(version, await ReadAsync(db, version, cancel));

    private static async Task<Policy> ReadAsync(OurVoiceDb db, int version, CancellationToken cancel)
    {
        var head = await db.Set<PolicyVersion>().AsNoTracking().SingleAsync(p => p.Version == version, cancel);
        var rows = await db.Set<PolicyTargetRow>().AsNoTracking().Where(t => t.Version == version).ToListAsync(cancel);
        return new Policy(
            version,
            [.. rows.Select(t => new PolicyTarget(t.Kind, t.Level == PolicyTargetRow.EveryLevel ? null : t.Level, t.Target, t.StartEvent, t.WorkingDays, t.Climbs))],
            [.. head.WarningPercents.Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture))],
            head.MaxPauses,
            head.PauseCapWorkingDays,
            head.ListedWorkingDays);
    }
}
