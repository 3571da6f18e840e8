using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Jobs;

namespace OurVoice.Web.Hosting;

/// <summary>
/// Whether the jobs without which cases are forgotten have run of late. It is no part of readiness: a stuck job must not close the door
/// to citizens. A word speaks for both sides, and a side's job runs whether it has cases or not.
/// </summary>
internal sealed class JobHealth(IDbContextFactory<OurVoiceDb> databases, TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly string[] Watched = ["ladder", "outbox"];

    public async Task<IReadOnlyDictionary<string, bool>> ReadAsync(CancellationToken cancel)
    {
        var states = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var job in Watched)
        {
            states[job] = await IsGoodAsync(job, cancel);
        }

        return states;
    }

    private async Task<bool> IsGoodAsync(string job, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            return await IsGoodAsync<JobRun>(db, job, cancel) && await IsGoodAsync<TiJobRun>(db, job + "-ti", cancel);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
    }

    private async Task<bool> IsGoodAsync<TRun>(OurVoiceDb db, string job, CancellationToken cancel)
        where TRun : JobRunRow
    {
        var since = time.GetUtcNow().UtcDateTime - Patience;
        return await db.Set<TRun>().AnyAsync(r => r.Name == job && r.State == JobState.Good && r.EndedAt >= since, cancel);
    }
}
