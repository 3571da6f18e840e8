using OurVoice.Cases.Figures.Snapshot;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Demo;

/// <summary>Counts the months of the demo that are over, as the sweep does month by month.</summary>
internal sealed class DemoFigures(IEnumerable<ISweep> sweeps) : IDemoStep
{
    public int Order => 40;

    public async Task SeedAsync(int cases, TextWriter output, CancellationToken cancel)
    {
        var counted = await sweeps.OfType<SweepFigures>().Single().RunAsync(cancel);
        await output.WriteLineAsync($"Demo: {counted.Done} months and years counted");
    }
}
