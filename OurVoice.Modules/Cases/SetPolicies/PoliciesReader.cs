using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Desk;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.SetPolicies;

/// <summary>How a version stands to the others of its side.</summary>
internal enum VersionState
{
    /// <summary>Cases received now start with it.</summary>
    Holds,

    /// <summary>It has not begun yet.</summary>
    Planned,

    /// <summary>A newer one holds.</summary>
    Earlier,
}

/// <param name="By">Who published it; null for the built-in one.</param>
/// <param name="At">UTC.</param>
/// <param name="From">UTC.</param>
internal sealed record VersionRow(int Version, VersionState State, DateTime From, DateTime At, string? By, string Note);

/// <summary>The versions of one side; nothing here ever asks for the other's.</summary>
internal sealed class PoliciesReader(IDbContextFactory<OurVoiceDb> databases)
{
    private const int MostVersions = 200;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<VersionRow>> ListAsync(Side side, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var holds = await PolicyBook.VersionAtAsync(db, side, actor.At, cancel);
        var versions = await db.Set<PolicyVersion>().AsNoTracking().Where(p => p.Side == side).OrderByDescending(p => p.Version).Take(MostVersions).ToListAsync(cancel);
        var people = versions.Select(v => v.PublishedBy).OfType<Guid>().ToHashSet();
        var names = (await db.Set<Account>().AsNoTracking().Where(a => people.Contains(a.Id)).ToListAsync(cancel)).ToDictionary(a => a.Id, a => a.NameFor(actor.Language));
        return [.. versions.Select(v => new VersionRow(
            v.Version,
            v.Version == holds ? VersionState.Holds : v.From > actor.At && v.Version > holds ? VersionState.Planned : VersionState.Earlier,
            v.From, v.PublishedAt, v.PublishedBy is { } by ? names.GetValueOrDefault(by) : null, v.Note))];
    }

    /// <summary>A version as the beginning of the next; null when there is none of that number.</summary>
    public async Task<PolicyDraft?> FindAsync(Side side, int version, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<PolicyVersion>().AsNoTracking().SingleOrDefaultAsync(p => p.Side == side && p.Version == version, cancel) is not { } head)
        {
            return null;
        }

        var rows = await db.Set<PolicyTargetRow>().AsNoTracking().Where(t => t.Side == side && t.Version == version).ToListAsync(cancel);
        var caps = await db.Set<PolicyCapRow>().AsNoTracking().Where(c => c.Side == side && c.Version == version).ToListAsync(cancel);
        var rungs = await db.Set<Route>().AsNoTracking()
            .Where(r => side == Side.Government && r.Version == version && r.Step == RouteStep.Next).ToListAsync(cancel);
        return new(
            [.. Percents.Read(head.WarningPercents).Where(p => p < 100)],
            head.MaxPauses, head.PauseCapWorkingDays, head.ListedWorkingDays,
            [.. rows.OrderBy(r => r.Kind).ThenBy(r => r.ServiceCode, StringComparer.Ordinal).ThenBy(r => r.Level).ThenBy(r => r.WorkingDays).Select(r => r.ToTarget())],
            [.. rungs.OrderBy(r => r.Kind).ThenBy(r => r.From).Select(r => new Rung(r.Kind, r.From, r.To))])
        {
            Caps = [.. caps.OrderBy(c => c.Kind).ThenBy(c => c.ServiceCode, StringComparer.Ordinal).ThenBy(c => c.Level).Select(c => c.ToCap())],
        };
    }

    /// <summary>The newest number, in force or not.</summary>
    public async Task<int> NewestAsync(Side side, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<PolicyVersion>().Where(p => p.Side == side).MaxAsync(p => p.Version, cancel);
    }
}
