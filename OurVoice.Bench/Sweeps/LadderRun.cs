using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Bench.Serving;
using OurVoice.Cases;
using OurVoice.Cases.Ladder;
using OurVoice.Contracts.Host;

namespace OurVoice.Bench.Sweeps;

/// <summary>
/// One sweep over a tenth of the cases and one over all, each overdue by one level and one of them poisoned. It fails when a case is left behind,
/// when the poisoned one is not set aside, or when the memory of the large sweep is more than 1.2 times that of the small one.
/// </summary>
internal static class LadderRun
{
    private const double MostMemory = 1.2;

    // Overdue at its first office for days, and not yet at the next one, which has two working days from now.
    private static DateTime Long => DateTime.UtcNow.AddDays(-35);

    public static async Task<bool> RunAsync(int cases, CancellationToken cancel)
    {
        var small = await SweepAsync(cases / 10, cancel);
        var large = await SweepAsync(cases, cancel);
        var ratio = (double)large.Peak / small.Peak;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory of {cases:N0} cases: {ratio:N2} times that of {cases / 10:N0} (at most {MostMemory})"));
        await BesideRun.RunAsync(Long, cancel);
        return small.IsRight && large.IsRight && ratio <= MostMemory;
    }

    private static async Task<(long Peak, bool IsRight)> SweepAsync(int cases, CancellationToken cancel)
    {
        var folder = await Ground.MakeAsync(cases, Long, cancel);
        (long Peak, bool IsRight) found;
        await using (var inside = await Inside.OpenAsync(folder, TimeSpan.Zero))
        {
            var sick = await PoisonAsync(inside, cancel);
            PeakMemory.Reset();
            var clock = Stopwatch.StartNew();
            var count = await inside.Services.GetServices<ISweep>().OfType<SweepDueCases>().Single().RunAsync(cancel);
            var (seconds, peak) = (clock.Elapsed.TotalSeconds, PeakMemory.Bytes);
            await using var db = inside.Read();
            var climbed = await db.Set<Move>().CountAsync(m => m.Kind == MoveKind.LevelChange && m.DoneAt >= Process.GetCurrentProcess().StartTime.ToUniversalTime() && m.Reason == MoveReason.Overdue, cancel);
            var left = await db.Set<Case>().CountAsync(c => c.NextEventAt <= DateTime.UtcNow && c.Id != sick, cancel);
            var aside = await db.Set<Case>().CountAsync(c => c.Failures > 0, cancel);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"ladder, {cases:N0} due cases: {count.Done:N0} worked in {seconds:N1} s ({count.Done / seconds:N0} a second), {climbed:N0} climbed, {left} left, {aside} set aside; peak memory {peak / 1048576.0:N0} MiB"));
            found = (peak, left == 0 && aside == 1 && count.Failed == 1);
        }

        Directory.Delete(folder, recursive: true);
        return found;
    }

    // Nobody holds it, so its work throws.
    private static async Task<Guid> PoisonAsync(Inside inside, CancellationToken cancel)
    {
        await using var db = inside.Read();
        var sick = await db.Set<Case>().Where(c => c.NextEventAt != null).OrderBy(c => c.NextEventAt).ThenBy(c => c.Id).Select(c => c.Id).FirstAsync(cancel);
        await db.Set<CaseOffice>().Where(o => o.CaseId == sick).ExecuteDeleteAsync(cancel);
        return sick;
    }
}
