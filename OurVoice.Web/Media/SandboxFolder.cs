namespace OurVoice.Web.Media;

/// <summary>Folders that only our own account may enter. On Windows there is no sandbox, so nothing is ever put into them.</summary>
internal static class SandboxFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void Create(string folder)
    {
        Directory.CreateDirectory(folder);
        Own(folder);
    }

    public static void Own(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, OwnerOnly);
        }
    }

    /// <summary>Deletes with all content, also where a converter took our rights away. Links are removed, not followed.</summary>
    public static void Delete(string folder)
    {
        try
        {
            OwnAll(new DirectoryInfo(folder));
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another node sweeping the same machine was faster.
        }
    }

    private static void OwnAll(DirectoryInfo folder)
    {
        if (folder.LinkTarget is null)
        {
            Own(folder.FullName);
            foreach (var inner in folder.EnumerateDirectories())
            {
                OwnAll(inner);
            }
        }
    }
}
