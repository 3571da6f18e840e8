using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Jobs.ShowJobs;

/// <summary>How long a run took, in words only: the time of a job that both sides share must not measure TI's cases.</summary>
public enum Took
{
    Seconds,
    Minute,
    Minutes,
    Long,
}

/// <param name="Name">Name of the sweep.</param>
/// <param name="LastGood">UTC, when the last good run began; null when there was none in two weeks.</param>
/// <param name="RunningSince">UTC, while it runs.</param>
/// <param name="Next">UTC; null when this node does not know.</param>
/// <param name="Failures">Runs that failed or died since the last good one, counted to <see cref="JobList.CountedTo"/>.</param>
/// <param name="Fault">Type of the last failure; null for a run whose process died.</param>
public sealed record JobLine(string Name, TimeSpan Every, DateTime? LastGood, Took? Took, DateTime? RunningSince, DateTime? Next, int Failures, string? Fault);

/// <summary>The recurring jobs of one side for its administrator.</summary>
internal sealed class JobList(Sweeping sweeping, IDbContextFactory<OurVoiceDb> databases, Timetable timetable)
{
    public const int CountedTo = 99;

    public async Task<IReadOnlyList<JobLine>> ReadAsync(Side side, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var lines = new List<JobLine>();
        foreach (var sweep in sweeping.All.Where(s => s.Side == side).OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            lines.Add(side == Side.Ti ? await LineAsync(db.Set<TiJobRun>(), sweep, cancel) : await LineAsync(db.Set<JobRun>(), sweep, cancel));
        }

        return lines;
    }

    public static Took TookOf(TimeSpan span) => span switch
    {
        _ when span < TimeSpan.FromSeconds(10) => Took.Seconds,
        _ when span < TimeSpan.FromMinutes(1) => Took.Minute,
        _ when span < TimeSpan.FromMinutes(10) => Took.Minutes,
        _ => Took.Long,
    };

    private async Task<JobLine> LineAsync<TRun>(IQueryable<TRun> all, ISweep sweep, CancellationToken cancel)
        where TRun : JobRunRow
    {
        var runs = all.AsNoTracking().Where(r => r.Name == sweep.Name).OrderByDescending(r => r.StartedAt);
        var good = await runs.FirstOrDefaultAsync(r => r.State == JobState.Good, cancel);
        var since = good?.StartedAt ?? DateTime.MinValue;
        var later = await runs.Where(r => r.StartedAt > since && r.State != JobState.Good).Take(CountedTo + 2).ToListAsync(cancel);
        var running = later is [{ State: JobState.Running } newest, ..] ? newest : null;

        // A run that never ended and is not the newest: its process died.
        var failed = later.Where(r => r != running).ToList();
        return new(
            sweep.Name, sweep.Every, good?.StartedAt, good?.EndedAt is { } end ? TookOf(end - good.StartedAt) : null, running?.StartedAt,
            await timetable.NextAsync(sweep.Name, cancel), failed.Count, failed.FirstOrDefault()?.Fault);
    }
}
