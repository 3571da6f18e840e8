using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Erase;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Sweeps;

/// <summary>Makes marked identities unreadable: the key of the box, then what lies in it. Cut off anywhere, the next run goes on.</summary>
internal sealed class SweepErasedIdentities(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, IRunner runner, TimeProvider time) : ISweep
{
    private const int AtOnce = 100;

    public string Name => "erased-identities";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var count = default(SweepCount);
        for (var due = await DueAsync(cancel); due.Count > 0; due = await DueAsync(cancel))
        {
            foreach (var id in due)
            {
                await keys.DeleteIdentityAsync(id, cancel);
                var actor = Actor.System(time);
                await runner.RunAsync<ForgetIdentity>(actor, a => a.ForgetAsync(actor, id, cancel), cancel);
                count += new SweepCount(1, 0);
            }
        }

        return count;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        // As comparisons: of "not" and "is not null" SQLite makes no use, and would walk over every box.
        var gone = false;
        return await db.Set<IdentityBox>().Where(b => b.IsGone == gone && b.ErasedOn > DateOnly.MinValue)
            .OrderBy(b => b.ErasedOn).ThenBy(b => b.Id).Take(AtOnce).Select(b => b.Id).ToListAsync(cancel);
    }
}
