namespace OurVoice.Web.Media;

/// <summary>The folder of this process that holds its job folders, in memory where the machine has such a file system. A lock
/// that the kernel releases with the process tells a living owner from a killed one, whatever its process id.</summary>
internal sealed class SandboxRoot : IDisposable
{
    private const string Prefix = "ourvoice-media-";
    private const string LockName = "lock";
    private static readonly TimeSpan Newborn = TimeSpan.FromMinutes(1);
    private readonly FileStream _lock;
    private readonly TimeProvider _time;

    public SandboxRoot(MediaOptions options, TimeProvider time)
    {
        _time = time;
        Parent = options.JobRoot ?? Candidates().First(CanWrite);
        Folder = Path.Combine(Parent, Prefix + Guid.NewGuid().ToString("N"));
        SandboxFolder.Create(Folder);
        _lock = new FileStream(Path.Combine(Folder, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    public string Parent { get; }

    public string Folder { get; }

    public bool IsInMemory => new DriveInfo(Parent).DriveFormat is "tmpfs" or "ramfs";

    /// <summary>Deletes the folders of processes that were killed.</summary>
    public int Sweep()
    {
        var orphans = new DirectoryInfo(Parent).EnumerateDirectories(Prefix + "*").Where(IsOrphan).ToList();
        orphans.ForEach(orphan => SandboxFolder.Delete(orphan.FullName));
        return orphans.Count;
    }

    public void Dispose()
    {
        SandboxFolder.Delete(Folder);
        _lock.Dispose();
    }

    private bool IsOrphan(DirectoryInfo folder)
    {
        if (folder.LinkTarget is not null || string.Equals(folder.FullName, Folder, StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var free = new FileStream(Path.Combine(folder.FullName, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (FileNotFoundException)
        {
            return folder.LastWriteTimeUtc < _time.GetUtcNow().UtcDateTime - Newborn;
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Candidates() =>
        ["/dev/shm", Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") ?? "", Path.GetTempPath()];

    private static bool CanWrite(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return false;
        }

        try
        {
            var trial = Path.Combine(folder, Prefix + Guid.NewGuid().ToString("N"));
            SandboxFolder.Create(trial);
            Directory.Delete(trial);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
