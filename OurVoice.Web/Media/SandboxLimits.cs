namespace OurVoice.Web.Media;

/// <summary>What one sandboxed command may use; the kernel enforces each.</summary>
internal sealed record SandboxLimits
{
    public TimeSpan Wall { get; init; } = TimeSpan.FromSeconds(60);

    public int CpuSeconds { get; init; } = 40;

    public long FileBytes { get; init; } = 60_000_000;

    public long MemoryBytes { get; init; } = 1_500_000_000;
}
