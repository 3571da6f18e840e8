using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Figures.Snapshot;

/// <summary>Counts every month and every year that is over, and cuts each twelve months that are counted, from the first case of the government's side on.</summary>
internal sealed class SweepFigures(IDbContextFactory<OurVoiceDb> databases, IRunner runner, TimeProvider time) : ISweep
{
    public string Name => "figures";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var (months, years) = await DueAsync(cancel);
        var done = 0;
        foreach (var month in months)
        {
            var actor = Actor.System(time);
            done += await runner.RunAsync<TakeMonth, bool>(actor, a => a.ExecuteAsync(month, actor, cancel), cancel) ? 1 : 0;
        }

        foreach (var year in years)
        {
            var actor = Actor.System(time);
            done += await runner.RunAsync<TakeYear, bool>(actor, a => a.ExecuteAsync(year, actor, cancel), cancel) ? 1 : 0;
        }

        while (await NextTwelveAsync(cancel) is { } from)
        {
            var actor = Actor.System(time);
            done += await runner.RunAsync<TakeTwelveMonths, bool>(actor, a => a.ExecuteAsync(from, cancel), cancel) ? 1 : 0;
        }

        return new(done, 0);
    }

    private async Task<(IEnumerable<DateOnly> Months, IEnumerable<int> Years)> DueAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        // Of the government's side: were TI's counted, the first published month would say that there is a report of corruption.
        var first = await db.Set<Case>().Where(c => c.ReceivedOn > DateOnly.MinValue && c.Side == Side.Government && c.Kind != CaseKind.Corruption)
            .OrderBy(c => c.ReceivedOn).Select(c => (DateOnly?)c.ReceivedOn).FirstOrDefaultAsync(cancel);
        if (first is not { } start)
        {
            return ([], []);
        }

        var taken = await db.Set<FigureMonth>().Select(m => m.Month).ToHashSetAsync(cancel);
        var years = await db.Set<CorruptionYear>().Select(y => y.Year).ToHashSetAsync(cancel);
        var today = PhnomPenh.Today(time);
        return (
            Months(start, today).Where(m => !taken.Contains(m)),
            Enumerable.Range(start.Year, Math.Max(0, today.Year - start.Year)).Where(y => !years.Contains(y)));
    }

    // Twelve months follow on twelve months from the first that was counted on, so that no two have a month in common.
    private async Task<DateOnly?> NextTwelveAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var last = await db.Set<TwelveMonths>().MaxAsync(t => (DateOnly?)t.From, cancel);
        var from = last?.AddMonths(TwelveMonths.Count) ?? await db.Set<FigureMonth>().MinAsync(m => (DateOnly?)m.Month, cancel);
        return from is { } first && await TwelveMonths.AreCountedAsync(db, first, cancel) ? first : null;
    }

    private static IEnumerable<DateOnly> Months(DateOnly from, DateOnly today)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month < new DateOnly(today.Year, today.Month, 1); month = month.AddMonths(1))
        {
            yield return month;
        }
    }
}
