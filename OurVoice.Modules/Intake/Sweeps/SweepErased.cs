using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Erase;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Sweeps;

/// <summary>
/// Makes marked content unreadable: the key, then the rows, then the files. Cut off anywhere, the next run goes on; a file
/// whose row is gone already is an orphan and has its own sweep.
/// </summary>
internal sealed class SweepErased(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, IRunner runner, Vault vault, TimeProvider time) : ISweep
{
    private const int AtOnce = 100;

    public string Name => "erased-submissions";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var count = default(SweepCount);
        for (var due = await DueAsync(cancel); due.Count > 0; due = await DueAsync(cancel))
        {
            foreach (var id in due)
            {
                await EraseAsync(id, cancel);
                count += new SweepCount(1, 0);
            }
        }

        return count;
    }

    private async Task EraseAsync(Guid id, CancellationToken cancel)
    {
        await keys.DeleteAsync(id, cancel);
        var actor = Actor.System(time);
        var files = await runner.RunAsync<ForgetContent, IReadOnlyList<Guid>>(actor, a => a.ForgetAsync(actor, id, cancel), cancel);
        foreach (var file in files)
        {
            vault.DeleteKept(file);
        }
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        // As comparisons: of "not" and "is not null" SQLite makes no use, and would walk over every submission.
        var gone = false;
        return await db.Set<Submission>().Where(s => s.IsGone == gone && s.ErasedOn > DateOnly.MinValue)
            .OrderBy(s => s.ErasedOn).ThenBy(s => s.Id).Take(AtOnce).Select(s => s.Id).ToListAsync(cancel);
    }
}
