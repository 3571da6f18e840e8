using System.Globalization;
using OurVoice.Bench.Auditing;
using OurVoice.Bench.Crash;
using OurVoice.Bench.Files;
using OurVoice.Bench.Junk;
using OurVoice.Bench.Loading;
using OurVoice.Bench.Once;
using OurVoice.Bench.Serving;
using OurVoice.Bench.Sweeps;

namespace OurVoice.Bench;

/// <summary>What <c>scripts/bench</c> can be asked for.</summary>
internal static class Verbs
{
    private const string Help = """
        scripts/bench [load] [cases=100000] [seconds=10]   generates cases, then measures pages and submissions beside their floors
        scripts/bench kill [clients=8] [kills=20]          kills the server while citizens send, then judges what is there
        scripts/bench junk [perminute=1000] [seconds=120]  floods one office with junk while a citizen sends, then looks at its list
        scripts/bench audit [seconds=5]                    what a row of the audit costs, and the walk over the chain
        scripts/bench files [seconds=10]                   what a clean copy of each kind of file costs
        scripts/bench preview [cases=100000]               how long the preview of new rules of time takes
        scripts/bench ladder [cases=50000]                 climbs a tenth of the cases, then all: cases per second and peak memory; then a citizen sends beside it
        scripts/bench sweeps [cases=100000]                nobody's case and the recount over many open cases
        scripts/bench ages [cases=100000] [seconds=10]     the Ministry's age list when so many open cases have come to it
        scripts/bench once [cases=10000] [workers=8] [kills=20]  kills processes that climb the same cases, and counts what each case and person got
        scripts/bench mutation [AREA ...]                  changes the code in small ways and counts what the tests notice
        """;

    public static Task<int> Main(string[] args) => RunAsync(args, CancellationToken.None);

    private static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        var verb = args.FirstOrDefault(a => !a.Contains('=', StringComparison.Ordinal)) ?? "load";
        var numbers = args.Where(a => a.Contains('=', StringComparison.Ordinal)).Select(a => a.Split('=', 2))
            .ToDictionary(p => p[0], p => int.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        switch (verb)
        {
            case "kill":
                return await KillAsync(numbers.GetValueOrDefault("clients", 8), numbers.GetValueOrDefault("kills", 20), cancel);
            case "junk":
                return await JunkAsync(numbers.GetValueOrDefault("perminute", 1_000), TimeSpan.FromSeconds(numbers.GetValueOrDefault("seconds", 120)), cancel);
            case "load":
                await LoadRun.RunAsync(numbers.GetValueOrDefault("cases", 100_000), TimeSpan.FromSeconds(numbers.GetValueOrDefault("seconds", 10)), cancel);
                return 0;
            case "audit":
                await AuditRun.RunAsync(TimeSpan.FromSeconds(numbers.GetValueOrDefault("seconds", 5)), cancel);
                return 0;
            case "once":
                return await OnceVerb.RunAsync(numbers.GetValueOrDefault("cases", 10_000), numbers.GetValueOrDefault("workers", 8), numbers.GetValueOrDefault("kills", 20), cancel) ? 0 : 1;
            case "preview":
                await PreviewRun.RunAsync(numbers.GetValueOrDefault("cases", 100_000), cancel);
                return 0;
            case "ages":
                await AgesRun.RunAsync(numbers.GetValueOrDefault("cases", 100_000), TimeSpan.FromSeconds(numbers.GetValueOrDefault("seconds", 10)), cancel);
                return 0;
            case "files":
                return await FilesRun.RunAsync(TimeSpan.FromSeconds(numbers.GetValueOrDefault("seconds", 10)), cancel) ? 0 : 1;
            case "ladder":
                return await LadderRun.RunAsync(numbers.GetValueOrDefault("cases", 50_000), cancel) ? 0 : 1;
            case "sweeps":
                await SweepsRun.RunAsync(numbers.GetValueOrDefault("cases", 100_000), cancel);
                return 0;
            default:
                Console.WriteLine(Help);
                return 2;
        }
    }

    private static async Task<int> JunkAsync(int perMinute, TimeSpan span, CancellationToken cancel)
    {
        var outcome = await JunkRun.WholeAsync(Build.Dll, perMinute, span, cancel);
        Console.WriteLine(outcome.Summary);
        outcome.Wrong.ForEach(Console.WriteLine);
        return outcome.Wrong.Count == 0 ? 0 : 1;
    }

    private static async Task<int> KillAsync(int clients, int kills, CancellationToken cancel)
    {
        var outcome = await KillRun.WholeAsync(Build.Dll, clients, kills, cancel);
        Console.WriteLine(outcome.Summary);
        outcome.Wrong.ForEach(Console.WriteLine);
        return outcome.Wrong.Count == 0 ? 0 : 1;
    }
}
