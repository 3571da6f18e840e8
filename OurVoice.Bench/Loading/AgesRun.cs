using System.Globalization;
using OurVoice.Bench.Measuring;
using OurVoice.Bench.Serving;
using OurVoice.Cases;
using OurVoice.Cases.ListAges;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Bench.Loading;

/// <summary>What the Ministry waits for when everything has come to it: its age list over many open cases of 25 provinces, received over two years.</summary>
internal static class AgesRun
{
    private static readonly int[] Clients = [1, 8];

    public static async Task RunAsync(int cases, TimeSpan span, CancellationToken cancel)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ov_ages_" + Guid.NewGuid().ToString("N"));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["OurVoice:Demo"] = "true", ["OurVoice:DemoCases"] = "300", ["OurVoice:Jobs"] = "false" };
        await using var server = new Server(Build.Dll, folder, settings);
        await server.RunVerbAsync("demo", cancel);
        await using (var inside = await Inside.OpenAsync(folder, TimeSpan.Zero))
        {
            await Crowd.FillAsync(inside, cases, AtTheMinistry(cases, DateTime.UtcNow), cancel);
        }

        await server.StartAsync(cancel);
        using var minister = await Officer.SignInAsync(server.Address, "Ministry", cancel);
        var costs = new List<Cost>();
        foreach (var (name, address) in Pages(DateTime.UtcNow))
        {
            var bytes = (await minister.GetByteArrayAsync(address, cancel)).Length;
            foreach (var clients in Clients)
            {
                costs.Add(await Load.RunAsync(
                    string.Create(CultureInfo.InvariantCulture, $"{name} ({bytes:N0} bytes)"), clients, span,
                    Load.Whole(async (_, stop) => (await minister.GetByteArrayAsync(address, stop)).Length > bytes / 2), cancel));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases:N0} open cases at the Ministry, SQLite, {span.TotalSeconds:N0} s a line.\n\n") + Table.Markdown(costs));
        Directory.Delete(folder, recursive: true);
    }

    private static Func<int, Crowd.Own> AtTheMinistry(int cases, DateTime now) => i =>
    {
        var from = now.AddDays(-730.0 * (i + 1) / cases);
        return new(
            [("State", CaseState.Received), ("Side", Side.Government), ("WithdrawnAt", null), ("ListedFrom", from), ("ReceivedOn", PhnomPenh.DateOf(from)), ("Level", i % 4)],
            [("OfficeId", OfficeIds.Ministry), ("FoldId", Guid.Empty), ("OpenFrom", from), ("Province", (1 + (i % 25)).ToString("D2", CultureInfo.InvariantCulture))]);
    };

    private static (string Name, string Address)[] Pages(DateTime now) =>
    [
        ("age list, first page", AgeFilter.Path), ("age list, a province", $"{AgeFilter.Path}?province=14"),
        ("age list, a province and a band", $"{AgeFilter.Path}?province=14&age=to90"), ("age list, a page in the middle", $"{AgeFilter.Path}?after={now.AddDays(-365).Ticks:x}-{Guid.Empty:N}"),
    ];
}
