namespace OurVoice.Web.Media;

/// <summary>Where the tools are and how much a file may cost. Tests change them; the host runs with what stands here.</summary>
internal sealed record MediaOptions
{
    public string Bwrap { get; init; } = "/usr/bin/bwrap";

    /// <summary>Null chooses the first memory file system that can be written to.</summary>
    public string? JobRoot { get; init; }

    public int Parallel { get; init; } = 2;

    public long MaxInputBytes { get; init; } = 25 * 1024 * 1024;

    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Two hours of sound take 35 seconds of one quiet core to encode.</summary>
    public SandboxLimits Convert { get; init; } = new() { Wall = TimeSpan.FromSeconds(120), CpuSeconds = 100 };

    public SandboxLimits Look { get; init; } = new() { Wall = TimeSpan.FromSeconds(20), CpuSeconds = 15 };
}
