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
        var target = Directory.ResolveLinkTarget(here, returnFinalTarget: true);
        return target is null ? here : Of(target.FullName);
    }
}
