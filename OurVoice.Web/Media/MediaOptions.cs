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

    /// <summary>More than the largest cameras of telephones take (200 million); what claims more is a trap.</summary>
    public long MaxPixels { get; init; } = 210_000_000;

    /// <summary>Longest side of a clean picture, in pixels: small print on a photographed page can be read.</summary>
    public int PictureSide { get; init; } = 2400;

    /// <summary>Longest side of a page, in pixels: A4 at 137 dots an inch.</summary>
    public int PageSide { get; init; } = 1600;

    public int MaxPages { get; init; } = 50;

    public SandboxLimits Picture { get; init; } = new() { Wall = TimeSpan.FromSeconds(40), CpuSeconds = 30, FileBytes = 12_000_000 };

    public SandboxLimits Paper { get; init; } = new() { Wall = TimeSpan.FromSeconds(60), CpuSeconds = 50, FileBytes = 12_000_000 };
}
