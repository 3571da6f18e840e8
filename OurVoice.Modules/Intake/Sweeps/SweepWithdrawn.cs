using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Erase;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Track.UndoWithdrawal;

namespace OurVoice.Intake.Sweeps;

/// <summary>Once a withdrawal can be undone no more, the content is marked for erasing.</summary>
internal sealed class SweepWithdrawn(IDbContextFactory<OurVoiceDb> databases, IRunner runner, TimeProvider time) : ISweep
{
    private const int AtOnce = 100;

    public string Name => "withdrawn-submissions";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var count = default(SweepCount);
        while (true)
        {
            var erased = 0;
            foreach (var id in await DueAsync(cancel))
            {
                erased += await EraseAsync(id, cancel) ? 1 : 0;
            }

            if (erased == 0)
            {
                return count;
            }

            count += new SweepCount(erased, 0);
        }
    }

    private async Task<bool> EraseAsync(Guid id, CancellationToken cancel)
    {
        var actor = Actor.System(time);
        return await runner.RunAsync<EraseSubmission, bool>(actor, a => a.EraseAsync(actor, id, cancel), cancel);
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var undoable = PhnomPenh.Today(time).AddDays(-UndoOfWithdrawal.Days);
        return await db.Set<Submission>().Where(s => s.WithdrawnOn < undoable && s.ErasedOn == null)
            .OrderBy(s => s.WithdrawnOn).ThenBy(s => s.Id).Take(AtOnce).Select(s => s.Id).ToListAsync(cancel);
    }
}
