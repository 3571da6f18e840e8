using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OurVoice.Bench.Citizens;
using OurVoice.Bench.Measuring;
using OurVoice.Bench.Serving;
using OurVoice.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Bench.Loading;

/// <summary>
/// Generates cases, then measures what a citizen and an officer wait for, beside the floor: a page of the same bytes that
/// nothing is computed for, and one durable row in a database of the same kind. Client and server share this machine.
/// </summary>
internal static class LoadRun
{
    private const int RealCases = 300;
    private static readonly int[] Clients = [1, 8, 32];

    public static async Task RunAsync(int cases, TimeSpan span, CancellationToken cancel)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ov_load_" + Guid.NewGuid().ToString("N"));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OurVoice:Demo"] = "true", ["OurVoice:DemoCases"] = RealCases.ToString(CultureInfo.InvariantCulture), ["OurVoice:Jobs"] = "false",
        };
        await using var server = new Server(Build.Dll, folder, settings);
        await server.RunVerbAsync("demo", cancel);
        var one = await FillAsync(folder, cases, cancel);
        await server.StartAsync(cancel);
        var costs = new List<Cost>();
        foreach (var clients in Clients)
        {
            await MeasureAsync(server, one, clients, span, costs, cancel);
        }

        var head = string.Create(CultureInfo.InvariantCulture, $"{cases:N0} cases and {RealCases} real ones, SQLite, {Environment.ProcessorCount} cores shared by client and server, {span.TotalSeconds:N0} s a line.");
        await Table.WriteAsync(Path.Combine("artifacts", "bench"), head, costs, cancel);
        Console.WriteLine(head + "\n\n" + Table.Markdown(costs));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Fills up and gives the id of a case that the officer of the demo's commune may open.</summary>
    private static async Task<Guid> FillAsync(string folder, int cases, CancellationToken cancel)
    {
        await using var inside = await Inside.OpenAsync(folder, TimeSpan.Zero);
        await using var db = inside.Read();
        var office = OfficeIds.Of(OfficeKind.CommuneAdministration, "020103");
        var one = await db.Set<CaseOffice>().Where(o => o.OfficeId == office && o.To == null && o.Part == Part.Holds).OrderBy(o => o.Id).Select(o => o.CaseId).FirstAsync(cancel);
        var clock = Stopwatch.StartNew();
        await Crowd.FillAsync(inside, cases, cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases:N0} cases generated in {clock.Elapsed.TotalSeconds:N0} s."));
        return one;
    }

    private static async Task MeasureAsync(Server server, Guid one, int clients, TimeSpan span, List<Cost> costs, CancellationToken cancel)
    {
        using var officer = await Officer.SignInAsync(server.Address, "CommuneOfficer", cancel);
        using var citizen = new HttpClient { BaseAddress = server.Address };
        var phone = new Phone(citizen);
        await GetAsync("worklist, first page", officer, "/desk/cases");
        await GetAsync("case page", officer, $"/desk/cases/{one}");
        await GetAsync("start page", citizen, "/km/");
        var code = "";
        async Task<TimeSpan?> Submit(int client, CancellationToken stop)
        {
            var wish = new Wish("support", "020103", "សុំជួយពិនិត្យឯកសារ");
            var filing = new Filing(phone);
            var last = await filing.WalkAsync(wish, stop);
            var from = Stopwatch.GetTimestamp();
            var receipt = await filing.SendAsync(last, wish, stop);
            code = receipt.Code ?? code;
            return receipt.Code is null ? null : Stopwatch.GetElapsedTime(from);
        }

        costs.Add(await Load.RunAsync("submit (the press of Send)", clients, span, Submit, cancel));
        costs.Add(await Load.RunAsync("submit (the whole form)", clients, span, Load.Whole(async (i, stop) => await Submit(i, stop) is not null), cancel));
        costs.Add(await Load.RunAsync("track (code to view)", clients, span, Load.Whole(async (_, stop) =>
            (await phone.PressAsync("/km/track", new Dictionary<string, string>(StringComparer.Ordinal) { ["_handler"] = "track", ["code"] = code }, "open", stop)).Document.QuerySelector("input[name=token]") is not null), cancel));
        costs.Add(await Load.RunAsync("floor: one durable row", clients, span, Load.Whole(Floor.DurableInsert(Path.Combine(server.Folder, $"floor{clients}.db"), 4096)), cancel));

        async Task GetAsync(string name, HttpClient client, string address)
        {
            var bytes = (await client.GetByteArrayAsync(address, cancel)).Length;
            costs.Add(await Load.RunAsync($"{name} ({bytes:N0} bytes)", clients, span, Load.Whole(async (_, stop) => (await client.GetByteArrayAsync(address, stop)).Length > bytes / 2), cancel));
            await using var page = await Floor.StaticPageAsync(bytes, cancel);
            using var plain = new HttpClient { BaseAddress = new Uri(page.Urls.First()) };
            costs.Add(await Load.RunAsync($"floor: static page ({bytes:N0} bytes)", clients, span, Load.Whole(async (_, stop) => (await plain.GetByteArrayAsync("/", stop)).Length == bytes), cancel));
        }
    }
}
