namespace OurVoice.Tests;

/// <summary>Where the sources and the shared reference data lie on this machine.</summary>
internal static class Repository
{
    /// <summary>The folder that holds OurVoice.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder shared/data/cambodia, or null where it is absent: the test then says so, or uses a made-up tree.</summary>
    public static string? SharedData { get; } = FindSharedData();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Our own files with this ending; build output and migrations left out.</summary>
    public static IEnumerable<string> Files(string ending) =>
        Directory.EnumerateFiles(Root, "*" + ending, SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar) is var parts
                && !parts.Any(p => p is "bin" or "obj" or "Migrations" or "node_modules" || p.StartsWith('.')));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OurVoice.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("OurVoice.sln is in no folder above " + AppContext.BaseDirectory);
    }

    private static string? FindSharedData() =>
        new[] { Path.Combine(Root, "..", "shared"), Path.Combine(Root, "..", "..", "shared"), "/work/shared" }
            .Select(f => Path.GetFullPath(Path.Combine(f, "data", "cambodia")))
            .FirstOrDefault(Directory.Exists);
}
