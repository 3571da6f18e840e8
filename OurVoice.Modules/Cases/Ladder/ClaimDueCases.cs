using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Ladder;

/// <summary>Takes a turn's worth of a side's due cases for one worker; another worker finds them taken.</summary>
internal sealed class ClaimDueCases(OurVoiceDb db) : IAction
{
    public const int Turn = 100;

    public static readonly TimeSpan For = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<Guid>> ExecuteAsync(Guid worker, Side side, Actor actor, CancellationToken cancel)
    {
        var (now, until) = (actor.At, actor.At + For);
        var due = await db.Set<Case>()
            .Where(c => c.Side == side && c.NextEventAt <= now && (c.ClaimedUntil == null || c.ClaimedUntil <= now))
            .OrderBy(c => c.NextEventAt).ThenBy(c => c.Id)
            .Select(c => c.Id)
            .Take(Turn)
            .ToListAsync(cancel);
        if (due.Count == 0)
        {
            return due;
        }

        await db.Set<Case>()
            .Where(c => due.Contains(c.Id) && c.NextEventAt <= now && (c.ClaimedUntil == null || c.ClaimedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ClaimedBy, worker).SetProperty(c => c.ClaimedUntil, until), cancel);
        return await db.Set<Case>()
            .Where(c => due.Contains(c.Id) && c.ClaimedBy == worker && c.ClaimedUntil == until)
            .OrderBy(c => c.NextEventAt).ThenBy(c => c.Id)
            .Select(c => c.Id)
            .ToListAsync(cancel);
    }
}
