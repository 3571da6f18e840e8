using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Desk;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Absence;

/// <param name="From">First local day away.</param>
/// <param name="To">Last local day away.</param>
/// <param name="IsNow">It has begun.</param>
internal sealed record LeaveRow(Guid Id, DateOnly From, DateOnly To, string? Deputy, bool IsNow);

/// <param name="Leaves">What has not ended yet, the next first.</param>
/// <param name="Colleagues">Who may stand in.</param>
internal sealed record LeaveView(IReadOnlyList<LeaveRow> Leaves, IReadOnlyList<(Guid Id, string Name)> Colleagues);

/// <summary>What an officer sees of the own leave.</summary>
internal sealed class LeaveReader(IDbContextFactory<OurVoiceDb> databases)
{
    public async Task<LeaveView> ReadAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (mine, now) = (actor.AccountId!.Value, actor.At);
        var leaves = await db.Set<Leave>().AsNoTracking().Where(l => l.AccountId == mine && l.To > now).OrderBy(l => l.From).ToListAsync(cancel);
        var ids = leaves.Select(l => l.DeputyId).OfType<Guid>().ToHashSet();
        var names = (await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancel)).ToDictionary(a => a.Id, a => a.NameFor(actor.Language));
        var colleagues = await db.DeputiesFor(mine, now).AsNoTracking().ToListAsync(cancel);
        return new(
            [.. leaves.Select(l => new LeaveRow(
                l.Id, PhnomPenh.DateOf(l.From), PhnomPenh.DateOf(l.To).AddDays(-1), l.DeputyId is { } d ? names.GetValueOrDefault(d) : null, l.From <= now))],
            [.. colleagues.Select(a => (a.Id, a.NameFor(actor.Language))).OrderBy(c => c.Item2, StringComparer.Ordinal)]);
    }
}
