using System.Globalization;
using OurVoice.Bench.Measuring;
using OurVoice.Contracts.Host;
using OurVoice.Web.Media;

namespace OurVoice.Bench.Files;

/// <summary>What it costs to make a clean copy of each kind of file in the sandbox, one reader at a time and four at once.</summary>
internal static class FilesRun
{
    private static readonly int[] Readers = [1, 4];

    /// <returns>Whether every conversion gave a clean copy.</returns>
    public static async Task<bool> RunAsync(TimeSpan span, CancellationToken cancel)
    {
        var options = new MediaOptions();
        using var root = new SandboxRoot(options, TimeProvider.System);
        using var sandbox = new Sandbox(options, root);
        var cleaner = new MediaCleaner(sandbox, options);
        await cleaner.ProbeAsync(cancel);
        if (!cleaner.IsAvailable)
        {
            Console.WriteLine(cleaner.WhyNot);
            return false;
        }

        var costs = new List<Cost>();
        foreach (var (name, bytes) in await Samples.MakeAsync(cancel))
        {
            foreach (var readers in Readers)
            {
                costs.Add(await Load.RunAsync(Label(name, bytes), readers, span, Load.Whole((_, stop) => CleanAsync(cleaner, bytes, stop)), cancel));
            }
        }

        var head = string.Create(CultureInfo.InvariantCulture, $"Clean copies in the sandbox, {options.Parallel} at once, {Environment.ProcessorCount} cores, {span.TotalSeconds:N0} s a line.");
        await Table.WriteAsync(Path.Combine("artifacts", "bench", "files"), head, costs, cancel);
        Console.WriteLine(head + "\n\n" + Table.Markdown(costs));
        return costs.TrueForAll(c => c.Failed == 0);
    }

    private static async Task<bool> CleanAsync(MediaCleaner cleaner, byte[] bytes, CancellationToken cancel) =>
        (await cleaner.CleanAsync(new MemoryStream(bytes), FileTypes.Detect(bytes), cancel)).Failure is null;

    private static string Label(string name, byte[] bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} ({bytes.Length / 1024:N0} KB)");
}
