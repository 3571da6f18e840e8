using OurVoice.Contracts.Host;
using OurVoice.Web.Media;

namespace OurVoice.Tests.Media;

/// <summary>A sandbox of its own with a job root of its own, and questions about what it left behind.</summary>
internal sealed class TryOut : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("media-").FullName;

    public TryOut(MediaOptions? options = null)
    {
        options = (options ?? new()) with { JobRoot = _parent };
        Root = new(options, TimeProvider.System);
        Sandbox = new(options, Root);
        Cleaner = new(Sandbox, options);
    }

    public SandboxRoot Root { get; }

    public Sandbox Sandbox { get; }

    public MediaCleaner Cleaner { get; }

    public async Task<CleanedMedia> CleanAsync(byte[] original, FileDetail? detail = null)
    {
        await Cleaner.ProbeAsync(CancellationToken.None);
        return await Cleaner.CleanAsync(new MemoryStream(original), detail ?? FileTypes.Detect(original), CancellationToken.None);
    }

    public async Task<SandboxRun> RunAsync(SandboxLimits limits, params string[] command)
    {
        await using var job = await Sandbox.OpenAsync(CancellationToken.None);
        return await job.RunAsync(command, limits, CancellationToken.None);
    }

    public void AssertNothingLeft()
    {
        Assert.Equal(["lock"], Directory.EnumerateFileSystemEntries(Root.Folder).Select(Path.GetFileName));
        Assert.Empty(Processes());
    }

    /// <summary>Command lines of living processes that name our job root.</summary>
    public IEnumerable<string> Processes() =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture, out _)
        let line = CommandLine(folder)
        where line.Contains(_parent, StringComparison.Ordinal)
        select line;

    public void Dispose()
    {
        Sandbox.Dispose();
        Root.Dispose();
        Directory.Delete(_parent, recursive: true);
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
