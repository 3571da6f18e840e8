using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.KeySides;

/// <summary>
/// Wraps the keys of a case that became TI's under TI's master key. The key store is another database, so this follows the
/// change of side instead of being part of it; doing it twice is doing it once.
/// </summary>
internal sealed class SweepKeySides(IRunner runner, IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, TimeProvider time) : ISweep
{
    private const int AtOnce = 100;

    public string Name => "key-sides";

    public Side Side => Side.Ti;

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var (done, last) = (0, Guid.Empty);
        while (await PageAsync(last, cancel) is { Count: > 0 } page)
        {
            foreach (var caseId in page)
            {
                await keys.ChangeSideAsync(caseId, Side.Ti, cancel);
                var actor = Actor.System(time);
                await runner.RunAsync<NoteKeySide>(actor, a => a.ExecuteAsync(caseId, Side.Ti, actor, cancel), cancel);
                done++;
            }

            last = page[^1];
        }

        return new SweepCount(done, 0);
    }

    private async Task<List<Guid>> PageAsync(Guid after, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<Case>().Where(c => c.Side == Side.Ti && c.KeySide == Side.Government && c.Id.CompareTo(after) > 0)
            .OrderBy(c => c.Id).Take(AtOnce).Select(c => c.Id).ToListAsync(cancel);
    }
}

/// <summary>Notes under which side's key a case lies now.</summary>
internal sealed class NoteKeySide(OurVoiceDb db) : IAction
{
    public async Task ExecuteAsync(Guid caseId, Side side, Actor actor, CancellationToken cancel)
    {
        var on = await db.Set<Case>().SingleAsync(c => c.Id == caseId, cancel);
        on.KeySide = side;
        on.Writes++;
    }
}
