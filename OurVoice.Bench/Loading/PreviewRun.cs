using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Bench.Serving;
using OurVoice.Cases;
using OurVoice.Cases.Clock;
using OurVoice.Cases.SetPolicies;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Bench.Loading;

/// <summary>How long the head of the Ministry waits for the preview of new rules of time over many open cases.</summary>
internal static class PreviewRun
{
    private const int Batch = 2_000;

    public static async Task RunAsync(int cases, CancellationToken cancel)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ov_preview_" + Guid.NewGuid().ToString("N"));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["OurVoice:Demo"] = "true", ["OurVoice:DemoCases"] = "300", ["OurVoice:Jobs"] = "false" };
        await using var server = new Server(Build.Dll, folder, settings);
        await server.RunVerbAsync("demo", cancel);
        await using (var inside = await Inside.OpenAsync(folder, TimeSpan.Zero))
        {
            await Crowd.FillAsync(inside, cases, cancel);
            await StartClocksAsync(inside, cancel);
            var draft = (await inside.Services.GetRequiredService<PoliciesReader>().FindAsync(Side.Government, 1, cancel))!;
            draft = draft with { Targets = [.. draft.Targets.Select(t => t with { WorkingDays = t.WorkingDays + 1 })] };
            for (var run = 1; run <= 5; run++)
            {
                var clock = Stopwatch.StartNew();
                var actor = Actor.System(TimeProvider.System);
                var view = await inside.Services.GetRequiredService<Previews>().ReadAsync(Side.Government, draft, actor, cancel);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"preview {run}: {clock.Elapsed.TotalMilliseconds:N0} ms, {view.Open.Number:N0} open cases, {view.Sample:N0} looked at, {view.Rows.Count} rows"));
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    // The crowd's copies have no segments, and without one there is no clock. All of them are open cases of the government.
    private static async Task StartClocksAsync(Inside inside, CancellationToken cancel)
    {
        await using (var all = inside.Read())
        {
            await all.Set<Case>().Where(c => !all.Set<ClockSegment>().Any(s => s.CaseId == c.Id)).ExecuteUpdateAsync(
                c => c.SetProperty(x => x.State, CaseState.Received).SetProperty(x => x.Side, Side.Government).SetProperty(x => x.WithdrawnAt, (DateTime?)null).SetProperty(x => x.PolicyVersion, 1), cancel);
        }

        for (var made = Batch; made == Batch;)
        {
            await using var db = inside.Read();
            var some = await db.Set<Case>().Where(c => !db.Set<ClockSegment>().Any(s => s.CaseId == c.Id)).OrderBy(c => c.Id).Take(Batch)
                .Select(c => new { c.Id, c.Level, c.ListedFrom, Office = db.Set<CaseOffice>().Where(o => o.CaseId == c.Id).Select(o => o.OfficeId).First() }).ToListAsync(cancel);
            db.AddRange(some.Select(c => ClockSegment.Received(c.Id, c.Office, c.Level, c.ListedFrom)));
            made = await db.SaveChangesAsync(cancel);
        }
    }
}
