using System.Diagnostics;

namespace OurVoice.Bench.Measuring;

/// <summary>What one operation cost at one concurrency.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Concurrency">How many clients asked at once, each waiting for its answer.</param>
/// <param name="PerSecond">Answers a second over all clients.</param>
/// <param name="P50">Median, milliseconds.</param>
/// <param name="P95">95th percentile, milliseconds.</param>
/// <param name="P99">99th percentile, milliseconds.</param>
/// <param name="Failed">Answers that were not what was asked for.</param>
public sealed record Cost(string Name, int Concurrency, double PerSecond, double P50, double P95, double P99, int Failed);

/// <summary>Asks the same thing again and again from several clients for a bounded time.</summary>
public static class Load
{
    /// <param name="name">Name in the table.</param>
    /// <param name="concurrency">Clients at once.</param>
    /// <param name="span">How long; a tenth of it warms up and is not counted.</param>
    /// <param name="ask">One operation of one client: what it took, or null when the answer was wrong.</param>
    /// <param name="cancel">Ctrl-C.</param>
    public static async Task<Cost> RunAsync(string name, int concurrency, TimeSpan span, Func<int, CancellationToken, Task<TimeSpan?>> ask, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var warm = span / 10;
        var clients = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(i => Task.Run(() => ClientAsync(i, clock, warm, span, ask, cancel), cancel)));
        var times = clients.SelectMany(c => c.Times).Order().ToList();
        return new(name, concurrency, times.Count / (span - warm).TotalSeconds, At(times, .5), At(times, .95), At(times, .99), clients.Sum(c => c.Failed));
    }

    /// <summary>Times the whole of an operation that says whether it went well.</summary>
    public static Func<int, CancellationToken, Task<TimeSpan?>> Whole(Func<int, CancellationToken, Task<bool>> ask) => async (client, cancel) =>
    {
        var from = Stopwatch.GetTimestamp();
        return await ask(client, cancel) ? Stopwatch.GetElapsedTime(from) : null;
    };

    private static async Task<(List<double> Times, int Failed)> ClientAsync(
        int client, Stopwatch clock, TimeSpan warm, TimeSpan span, Func<int, CancellationToken, Task<TimeSpan?>> ask, CancellationToken cancel)
    {
        var times = new List<double>();
        var failed = 0;
        while (clock.Elapsed < span)
        {
            var from = clock.Elapsed;
            var took = await ask(client, cancel);
            failed += took is null ? 1 : 0;
            if (from >= warm && took is { } counted)
            {
                times.Add(counted.TotalMilliseconds);
            }
        }

        return (times, failed);
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];
}
