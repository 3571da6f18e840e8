using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Bench.Serving;
using OurVoice.Cases.NobodysCase;
using OurVoice.Cases.Recounts;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Bench.Sweeps;

/// <summary>What the sweeps cost that look at every open case: whether somebody is there for it, and whether its dates still hold.</summary>
internal static class SweepsRun
{
    public static async Task RunAsync(int cases, CancellationToken cancel)
    {
        var folder = await Ground.MakeAsync(cases, DateTime.UtcNow.AddDays(-1), cancel);
        await using (var inside = await Inside.OpenAsync(folder, TimeSpan.Zero))
        {
            for (var run = 1; run <= 3; run++)
            {
                await MeasureAsync<SweepGovernmentNobodys>(inside, $"nobody's case, run {run}", cancel);
            }

            await AskAsync(inside, cancel);
            await MeasureAsync<SweepGovernmentRecounts>(inside, "recount, dates that were never stored", cancel);
            await AskAsync(inside, cancel);
            await MeasureAsync<SweepGovernmentRecounts>(inside, "recount, nothing moves", cancel);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task MeasureAsync<T>(Inside inside, string name, CancellationToken cancel)
        where T : ISweep
    {
        PeakMemory.Reset();
        var clock = Stopwatch.StartNew();
        var count = await inside.Services.GetServices<ISweep>().OfType<T>().Single().RunAsync(cancel);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name}: {clock.Elapsed.TotalSeconds:N1} s, {count.Done:N0} done, {count.Failed:N0} failed, peak memory {PeakMemory.Bytes / 1048576.0:N0} MiB"));
    }

    private static async Task AskAsync(Inside inside, CancellationToken cancel)
    {
        await using var db = inside.Read();
        db.Add(new Recount { Id = Guid.CreateVersion7(), Cause = CalendarCause.Holidays, AskedAt = DateTime.UtcNow });
        await db.SaveChangesAsync(cancel);
    }
}
