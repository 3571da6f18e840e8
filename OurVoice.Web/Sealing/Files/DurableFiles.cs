using System.Runtime.InteropServices;
using System.Text;

namespace OurVoice.Web.Sealing.Files;

/// <summary>A rename or deletion survives a power cut only when the folder is synced too; .NET has no call for that.</summary>
internal static class DurableFiles
{
    private const int ReadOnlyCloseOnExec = 0x80000;

    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: false);
        SyncFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
        if (!string.Equals(Path.GetDirectoryName(Path.GetFullPath(from)), Path.GetDirectoryName(Path.GetFullPath(to)), StringComparison.Ordinal))
        {
            SyncFolder(Path.GetDirectoryName(Path.GetFullPath(from))!);
        }
    }

    public static void Delete(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
            SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
    }

    public static void SyncFolder(string folder)
    {
        // NTFS and APFS write folder changes in a journal of their own; macOS takes other flags.
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var handle = OpenFolder(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnlyCloseOnExec);
        Check(handle, folder);
        try
        {
            Check(Sync(handle), folder);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static void Check(int result, string folder)
    {
        if (result < 0)
        {
            throw new IOException($"The folder {folder} could not be synced (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFolder(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
