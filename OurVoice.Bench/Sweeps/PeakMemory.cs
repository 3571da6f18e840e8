using System.Globalization;

namespace OurVoice.Bench.Sweeps;

/// <summary>The most memory this process has had resident since it was asked to forget. Linux only.</summary>
internal static class PeakMemory
{
    public static long Bytes
    {
        get
        {
            var line = File.ReadLines("/proc/self/status").Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Replace("VmHWM:", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>What filling the database left behind is collected first.</summary>
    public static void Reset()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", "5");
    }
}
