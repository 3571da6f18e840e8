using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Files;

/// <summary>
/// Where files of drafts wait, a folder a draft, so that what one draft and what all have staged can be counted on the disk by
/// every node that shares it. A folder bears the draft's nonce, from which no case can be found without the site's key; its
/// times, like its files', are the next whole hour.
/// </summary>
internal sealed class Staging(SiteSettings site, ISealedFiles files, TimeProvider time)
{
    /// <summary>A draft lives a day; what it staged is swept an hour later, so that no draft meets a missing file.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(25);

    /// <summary>What a file counts at least: otherwise a flood of tiny files would be cheap to send and dear to count.</summary>
    private const long LeastBytes = 64 * 1024;

    private readonly string _root = Folders.Make(site, "staging");

    public string PathOf(StagedFile file) => Path.Combine(FolderOf(file.Draft), file.Id.ToString("N"));

    public ISealedFileWriter Create(Guid draft, out string path)
    {
        // The id is made by the writer, so the file gets its own name when it is committed.
        path = Path.Combine(Folders.Make(FolderOf(draft)), "upload_" + Guid.NewGuid().ToString("N"));
        try
        {
            return files.Create(path);
        }
        catch (DirectoryNotFoundException)
        {
            // The draft's last file left at this very moment and took the folder along.
            Folders.Make(FolderOf(draft));
            return files.Create(path);
        }
    }

    /// <summary>Gives a committed upload the name of its id.</summary>
    public void Settle(string path, StagedFile file)
    {
        File.SetLastWriteTimeUtc(path, NextHour());
        files.Move(path, PathOf(file));
        Directory.SetLastWriteTimeUtc(FolderOf(file.Draft), NextHour());
    }

    public void Delete(StagedFile file)
    {
        files.Delete(PathOf(file));
        Leave(file.Draft);
    }

    /// <summary>Removes a draft's folder once it is empty, because it would keep the instant at which the last file left.</summary>
    public void Leave(Guid draft)
    {
        try
        {
            Directory.Delete(FolderOf(draft));
        }
        catch (IOException)
        {
            // Not empty, or gone already.
        }
    }

    public long BytesOf(Guid draft) => Count(new DirectoryInfo(FolderOf(draft)));

    public long Bytes() => new DirectoryInfo(_root).EnumerateDirectories().Sum(Count);

    public long FreeBytes() => new DriveInfo(_root).AvailableFreeSpace;

    /// <summary>Deletes what belongs to dead drafts, and says how many files that were.</summary>
    public int Sweep()
    {
        var oldest = time.GetUtcNow().UtcDateTime - Life;
        var count = 0;
        foreach (var folder in new DirectoryInfo(_root).EnumerateDirectories())
        {
            var old = Files(folder).Where(f => f.LastWriteTimeUtc < oldest).ToList();
            old.ForEach(f => files.Delete(f.FullName));
            count += old.Count;
            if (old.Count > 0 || folder.LastWriteTimeUtc < oldest)
            {
                Leave(Guid.TryParseExact(folder.Name, "N", out var draft) ? draft : default);
            }
        }

        return count;
    }

    private string FolderOf(Guid draft) => Path.Combine(_root, draft.ToString("N"));

    private static long Count(DirectoryInfo folder) => Files(folder).Sum(f => f.Exists ? Math.Max(f.Length, LeastBytes) : 0);

    private static FileInfo[] Files(DirectoryInfo folder)
    {
        try
        {
            return folder.GetFiles();
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private DateTime NextHour()
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.Date.AddHours(now.Hour + 1);
    }
}
