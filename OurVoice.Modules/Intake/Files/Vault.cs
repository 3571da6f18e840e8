using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Files;

/// <summary>
/// The sealed files of cases, and the way there from staging. A file's times are set to a whole hour or day, because they would
/// say when somebody reported.
/// </summary>
internal sealed class Vault(SiteSettings site, Staging staging, ISealedFiles files, TimeProvider time)
{
    private readonly string _files = Folders.Make(site, "files");

    /// <summary>
    /// Renames a staged file into the folder of cases; true also when it stands there already, from a sending that was cut
    /// off. False when it is gone.
    /// </summary>
    public bool Keep(StagedFile file)
    {
        if (File.Exists(Kept(file.Id)))
        {
            return true;
        }

        try
        {
            File.SetLastWriteTimeUtc(staging.PathOf(file), NextMidnight());
            files.Move(staging.PathOf(file), Kept(file.Id));
            staging.Leave(file.Draft);
            return true;
        }
        catch (IOException)
        {
            // Two tabs at once: the other was first. Or the sweep was.
            return File.Exists(Kept(file.Id));
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

    public void DeleteKept(Guid fileId) => files.Delete(Kept(fileId));

    public void Delete(FileInfo file) => files.Delete(file.FullName);

    public IEnumerable<FileInfo> AllKept() => new DirectoryInfo(_files).EnumerateFiles();

    private string Kept(Guid fileId) => Path.Combine(_files, fileId.ToString("N"));

    private DateTime NextMidnight() => time.GetUtcNow().UtcDateTime.Date.AddDays(1);
}
