using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Bench.Serving;
using OurVoice.Cases.SetPolicies;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Bench.Loading;

/// <summary>How long the head of the Ministry waits for the preview of new rules of time over many open cases.</summary>
internal static class PreviewRun
{
    public static async Task RunAsync(int cases, CancellationToken cancel)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ov_preview_" + Guid.NewGuid().ToString("N"));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["OurVoice:Demo"] = "true", ["OurVoice:DemoCases"] = "300", ["OurVoice:Jobs"] = "false" };
        await using var server = new Server(Build.Dll, folder, settings);
        await server.RunVerbAsync("demo", cancel);
        await using (var inside = await Inside.OpenAsync(folder, TimeSpan.Zero))
        {
            await Crowd.FillAsync(inside, cases, cancel);
            await Clocks.StartAsync(inside, from: null, cancel);
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
}
