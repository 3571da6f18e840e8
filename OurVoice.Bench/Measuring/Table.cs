using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OurVoice.Bench.Measuring;

/// <summary>Prints the costs as Markdown and keeps them as JSON.</summary>
public static class Table
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Markdown(IEnumerable<Cost> costs)
    {
        var text = new StringBuilder("| what | clients | per second | p50 ms | p95 ms | p99 ms | failed |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var c in costs)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {c.Name} | {c.Concurrency} | {c.PerSecond:N0} | {c.P50:N1} | {c.P95:N1} | {c.P99:N1} | {c.Failed} |\n");
        }

        return text.ToString();
    }

    public static async Task WriteAsync(string folder, string head, IReadOnlyList<Cost> costs, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "bench.md"), head + "\n\n" + Markdown(costs), cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "bench.json"), JsonSerializer.Serialize(costs, Indented), cancel);
    }
}
