using System.Globalization;
using OurVoice.Bench.Crash;
using OurVoice.Bench.Serving;

namespace OurVoice.Bench;

/// <summary>What <c>scripts/bench</c> can be asked for.</summary>
internal static class Verbs
{
    private const string Help = """
        scripts/bench [load] [cases=100000] [seconds=10]   generates cases, then measures pages and submissions beside their floors
        scripts/bench kill [clients=8] [kills=20]          kills the server while citizens send, then judges what is there
        """;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        var verb = args.FirstOrDefault(a => !a.Contains('=', StringComparison.Ordinal)) ?? "load";
        var numbers = args.Where(a => a.Contains('=', StringComparison.Ordinal)).Select(a => a.Split('=', 2))
            .ToDictionary(p => p[0], p => int.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        switch (verb)
        {
            case "kill":
                return await KillAsync(numbers.GetValueOrDefault("clients", 8), numbers.GetValueOrDefault("kills", 20), cancel);
            default:
                Console.WriteLine(Help);
                return 2;
        }
    }

    private static async Task<int> KillAsync(int clients, int kills, CancellationToken cancel)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ov_kill_" + Guid.NewGuid().ToString("N"));
        var note = await VoiceNote.MakeAsync(cancel);
        await using var server = new Server(Build.Dll, folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["OurVoice:Jobs"] = "false" });
        await server.StartAsync(cancel);
        var run = new KillRun(server, note);
        await run.RunAsync(clients, kills, cancel);
        var wrong = await Judgement.TrackAsync(server, run.Receipts, cancel);
        await server.KillAsync();
        wrong.AddRange(await Judgement.StoredAsync(folder, run.Receipts, cancel));
        Console.WriteLine($"{clients} clients, {kills} kills, {run.Receipts.Count} receipts shown ({run.Receipts.Count(r => r.HasFile)} with a file), {run.Retries} answers lost and asked for again.");
        wrong.ForEach(Console.WriteLine);
        Console.WriteLine(wrong.Count == 0 ? "Every receipt tracks, decrypts to what was sent and stands for one case; no stray file." : $"{wrong.Count} promises broken.");
        Directory.Delete(folder, recursive: true);
        return wrong.Count == 0 ? 0 : 1;
    }
}
