using OurVoice.Bench.Loading;
using OurVoice.Bench.Serving;

namespace OurVoice.Bench.Sweeps;

/// <summary>A folder with the demo's offices and people and so many open cases whose clocks began at one instant.</summary>
internal static class Ground
{
    /// <summary>Whose jobs wait until they are called.</summary>
    public static IReadOnlyDictionary<string, string> Settings(bool jobs) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["OurVoice:Demo"] = "true", ["OurVoice:DemoCases"] = "300", ["OurVoice:Jobs"] = jobs ? "true" : "false",
    };

    /// <param name="cases">How many.</param>
    /// <param name="from">UTC; when every clock starts.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <param name="database">Settings of another database than SQLite in the folder.</param>
    public static async Task<string> MakeAsync(int cases, DateTime from, CancellationToken cancel, IReadOnlyDictionary<string, string>? database = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ov_sweep_" + Guid.NewGuid().ToString("N"));
        await using (var server = new Server(Build.Dll, folder, Settings(jobs: false).Concat(database ?? new Dictionary<string, string>(StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal)))
        {
            await server.RunVerbAsync("demo", cancel);
        }

        await using var inside = await Inside.OpenAsync(folder, TimeSpan.Zero, database);

        // The demo's own cases are worked first, so that they take no part.
        await inside.SweepAsync(cancel);
        await Crowd.FillAsync(inside, cases, cancel);
        await Clocks.StartAsync(inside, from, cancel);
        return folder;
    }
}
