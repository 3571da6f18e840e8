using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OurVoice.Bench.Citizens;
using OurVoice.Bench.Measuring;
using OurVoice.Bench.Serving;
using OurVoice.Cases;

namespace OurVoice.Bench.Sweeps;

/// <summary>What a citizen waits for who sends while the server climbs 20,000 cases, beside the same without a sweep.</summary>
internal static class BesideRun
{
    private const int Due = 20_000;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(DateTime from, CancellationToken cancel)
    {
        var folder = await Ground.MakeAsync(Due, from, cancel);
        var costs = new List<Cost>();
        foreach (var jobs in new[] { false, true })
        {
            await using var server = new Server(Build.Dll, folder, Ground.Settings(jobs));
            await server.StartAsync(cancel);
            if (jobs)
            {
                await UntilClimbingAsync(folder, cancel);
            }

            var name = jobs ? "submit while the ladder climbs" : "submit, no sweep";
            using var citizen = new HttpClient { BaseAddress = server.Address };
            costs.Add(await Load.RunAsync(name, 1, Span, (_, stop) => SendAsync(new Phone(citizen), stop), cancel));
        }

        Console.WriteLine(Table.Markdown(costs));
        var left = await DueAsync(folder, cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"still due at the end: {left:N0} (more than 0, or the sweep did not last as long)"));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<TimeSpan?> SendAsync(Phone phone, CancellationToken stop)
    {
        var (wish, filing) = (new Wish("support", "020103", "សុំជួយពិនិត្យឯកសារ"), new Filing(phone));
        var last = await filing.WalkAsync(wish, stop);
        var from = Stopwatch.GetTimestamp();
        return (await filing.SendAsync(last, wish, stop)).Code is null ? null : Stopwatch.GetElapsedTime(from);
    }

    private static async Task UntilClimbingAsync(string folder, CancellationToken cancel)
    {
        for (var waited = 0; waited < 180 && await DueAsync(folder, cancel) >= Due; waited++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
    }

    private static async Task<int> DueAsync(string folder, CancellationToken cancel)
    {
        await using var inside = await Inside.OpenAsync(folder, TimeSpan.Zero);
        await using var db = inside.Read();
        return await db.Set<Case>().CountAsync(c => c.NextEventAt <= DateTime.UtcNow, cancel);
    }
}
