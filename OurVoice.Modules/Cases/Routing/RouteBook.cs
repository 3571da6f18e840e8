using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.PolicyStore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Routing;

/// <summary>The rows of one version of the routing.</summary>
internal sealed class Routes(IEnumerable<Route> rows)
{
    private readonly Dictionary<(RouteStep, CaseKind, OfficeKind), OfficeKind> _to = rows.ToDictionary(r => (r.Step, r.Kind, r.From), r => r.To);

    public OfficeKind? First(CaseKind kind, OfficeKind from) => Find(RouteStep.First, kind, from);

    public OfficeKind? Next(CaseKind kind, OfficeKind from) => Find(RouteStep.Next, kind, from);

    private OfficeKind? Find(RouteStep step, CaseKind kind, OfficeKind from) =>
        _to.TryGetValue((step, kind, from), out var to) ? to : null;
}

/// <summary>The stored versions of the routing. A version never changes, so each is read once.</summary>
internal sealed class RouteBook
{
    private readonly ConcurrentDictionary<int, Routes> _read = new();

    /// <summary>The version that sends a case filed at this instant: published with the government's rules of time of the same number, from when those hold.</summary>
    public static Task<int> VersionAtAsync(OurVoiceDb db, DateTime at, CancellationToken cancel) => db.Set<Route>()
        .Where(r => !db.Set<PolicyVersion>().Any(p => p.Side == Side.Government && p.Version == r.Version && p.From > at && p.Version != RoutesVersion1.Version))
        .MaxAsync(r => r.Version, cancel);

    public async ValueTask<Routes> GetAsync(OurVoiceDb db, int version, CancellationToken cancel) =>
        _read.TryGetValue(version, out var known)
            ? known
            : _read.GetOrAdd(version, new Routes(await db.Set<Route>().AsNoTracking().Where(r => r.Version == version).ToListAsync(cancel)));
}
