using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Sweeps;

/// <summary>Keys are made before their case, or their statement. One whose draft has died without either is swept.</summary>
internal sealed class SweepKeys(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, IStatementKeys statements, TimeProvider time) : ISweep
{
    private const int AtOnce = 500;

    public string Name => "keys-without-case";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var before = time.GetUtcNow().UtcDateTime - Staging.Life;
        var count = default(SweepCount);
        CaseKeyMade? last = null;
        for (; await keys.ListAsync(before, last, AtOnce, cancel) is { Count: > 0 } page; last = page[^1])
        {
            foreach (var id in await OfNothingAsync([.. page.Select(k => k.CaseId)], cancel))
            {
                await keys.DeleteAsync(id, cancel);
                count += new SweepCount(1, 0);
            }
        }

        return count;
    }

    private async Task<List<Guid>> OfNothingAsync(List<Guid> ids, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var cases = await db.Set<Submission>().Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancel);
        return [.. ids.Except(cases).Except(await statements.InUseAsync(ids, cancel))];
    }
}
