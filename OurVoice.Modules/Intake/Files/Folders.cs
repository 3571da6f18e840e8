using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Files;

/// <summary>Folders that only the account of the server may enter.</summary>
internal static class Folders
{
    public static string Make(SiteSettings site, string name) => Make(Path.Combine(site.DataFolder, name));

    public static string Make(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
