namespace OurVoice.Web.Sealing;

/// <summary>A path with its symbolic links followed, as far as it exists: a link out of the data folder and back must not hide where keys lie.</summary>
internal static class RealPath
{
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null)
        {
            return full;
        }

        var here = Path.Combine(Of(parent), Path.GetFileName(full));
        return new FileInfo(here).ResolveLink() is { } target ? Of(target) : here;
    }

    // What does not exist (yet) is no link.
    private static string? ResolveLink(this FileInfo file) =>
        file.LinkTarget is null ? null : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
}
