using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Files;

/// <summary>
/// The two folders of sealed files: staging (of drafts, a day) and files (of cases). A file's times are set to a whole hour or
/// day, because they would say when somebody reported.
/// </summary>
internal sealed class Vault(SiteSettings site, ISealedFiles files, TimeProvider time)
{
    /// <summary>A draft lives a day; what it staged is swept an hour later, so that no draft meets a missing file.</summary>
    public static readonly TimeSpan StagedLife = TimeSpan.FromHours(25);

    private readonly string _staging = Folder(site, "staging");
    private readonly string _files = Folder(site, "files");

    public ISealedFileWriter Stage(out string path)
    {
        // The id is made by the writer, so the file gets its own name when it is committed.
        path = Path.Combine(_staging, "upload_" + Guid.NewGuid().ToString("N"));
        return files.Create(path);
    }

    /// <summary>Gives a committed upload the name of its id.</summary>
    public void Settle(string path, Guid fileId)
    {
        File.SetLastWriteTimeUtc(path, NextHour());
        files.Move(path, Staged(fileId));
    }

    /// <summary>
    /// Renames a staged file into the folder of cases; true also when it stands there already, from a sending that was cut
    /// off. False when it is gone.
    /// </summary>
    public bool Keep(Guid fileId)
    {
        if (File.Exists(Kept(fileId)))
        {
            return true;
        }

        try
        {
            File.SetLastWriteTimeUtc(Staged(fileId), NextMidnight());
            files.Move(Staged(fileId), Kept(fileId));
            return true;
        }
        catch (IOException)
        {
            // Two tabs at once: the other was first. Or the sweep was.
            return File.Exists(Kept(fileId));
        }
    }

    /// <summary>Starts the sealed copy of a cleaned file beside the originals.</summary>
    public ISealedFileWriter CreateKept(out string path)
    {
        path = Path.Combine(_files, "clean_" + Guid.NewGuid().ToString("N"));
        return files.Create(path);
    }

    public void SettleKept(string path, Guid fileId)
    {
        File.SetLastWriteTimeUtc(path, NextMidnight());
        files.Move(path, Kept(fileId));
    }

    public Stream OpenKept(SealedFileKey key) => files.OpenRead(Kept(key.FileId), key);

    /// <summary>All that waits in staging; a file that leaves meanwhile counts nothing.</summary>
    public long StagedBytes() => AllStaged().Sum(f => f.Exists ? f.Length : 0);

    public void DeleteKept(Guid fileId) => files.Delete(Kept(fileId));

    public void DeleteStaged(Guid fileId) => files.Delete(Staged(fileId));

    public void Delete(FileInfo file) => files.Delete(file.FullName);

    public IEnumerable<FileInfo> AllStaged() => new DirectoryInfo(_staging).EnumerateFiles();

    public IEnumerable<FileInfo> AllKept() => new DirectoryInfo(_files).EnumerateFiles();

    private string Staged(Guid fileId) => Path.Combine(_staging, fileId.ToString("N"));

    private string Kept(Guid fileId) => Path.Combine(_files, fileId.ToString("N"));

    private DateTime NextHour()
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.Date.AddHours(now.Hour + 1);
    }

    private DateTime NextMidnight() => time.GetUtcNow().UtcDateTime.Date.AddDays(1);

    private static string Folder(SiteSettings site, string name)
    {
        var path = Path.Combine(site.DataFolder, name);
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path).FullName
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }
}
