using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Presence;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.ReadCase;

/// <summary>Somebody else who has the case open.</summary>
internal sealed record Other(string Name, CaseField Field);

/// <param name="Version">The case's version now.</param>
/// <param name="Others">Who else has it open.</param>
internal sealed record Sight(int Version, IReadOnlyList<Other> Others);

/// <summary>What an open page asks every few seconds: may I still read this, has it changed, who else is here?</summary>
internal sealed class CaseWatch(IRunner runner, IDbContextFactory<OurVoiceDb> databases)
{
    /// <summary>Null when the access rule lets this person through no longer.</summary>
    public async Task<Sight?> LookAsync(Guid caseId, CaseField field, Actor actor, CancellationToken cancel)
    {
        try
        {
            await runner.RunAsync<MarkPresence>(actor, a => a.ExecuteAsync(caseId, field, actor, cancel), cancel);
        }
        catch (RuleBroken)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var version = await db.ReadableCases(actor.AccountId!.Value, actor.At).Where(c => c.Id == caseId).Select(c => (int?)c.Version).SingleOrDefaultAsync(cancel);
        return version is { } now ? new(now, await OthersAsync(db, caseId, actor, cancel)) : null;
    }

    public async Task LeaveAsync(Guid caseId, Actor actor)
    {
        try
        {
            await runner.RunAsync<LeaveCase>(actor, a => a.ExecuteAsync(caseId, actor, CancellationToken.None), CancellationToken.None);
        }
        catch (ObjectDisposedException)
        {
            // The server is stopping; the sweep takes the mark away.
        }
    }

    private static async Task<IReadOnlyList<Other>> OthersAsync(OurVoiceDb db, Guid caseId, Actor actor, CancellationToken cancel)
    {
        // A late office reads the case as it stood; who works on it now is not of that time.
        if (!await db.HoldingCases(actor.AccountId!.Value, actor.At).AnyAsync(c => c.Id == caseId, cancel))
        {
            return [];
        }

        var since = actor.At - MarkPresence.StaleAfter;
        var marks = await db.Set<PresenceMark>().AsNoTracking()
            .Where(p => p.CaseId == caseId && p.AccountId != actor.AccountId && p.SeenAt > since)
            .Join(db.Set<Account>(), p => p.AccountId, a => a.Id, (p, a) => new { p.Field, Account = a })
            .ToListAsync(cancel);
        return [.. marks.Select(m => new Other(m.Account.NameFor(actor.Language), m.Field)).OrderBy(o => o.Name, StringComparer.Ordinal)];
    }
}
