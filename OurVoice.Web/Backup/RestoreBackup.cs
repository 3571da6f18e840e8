using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Files;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Backup;

/// <summary>
/// Puts a backup into an empty data folder. The keys may come from a later backup: what was erased meanwhile stays erased. Heads of the
/// audit that are still there are kept: they know of more than the backup does.
/// </summary>
internal sealed class RestoreBackup(SqliteFiles files, MasterKeyFolder masters, UnfinishedRestore mark)
{
    /// <exception cref="BackupRefused">The target is not empty, a manifest is wrong, or the keys are older than the cases.</exception>
    public async Task RestoreAsync(string casesHalf, string keysHalf, TextWriter output, CancellationToken cancel)
    {
        files.RequireSqlite();
        var (cases, keys) = (Manifest.Read(casesHalf, Manifest.Cases, masters), Manifest.Read(keysHalf, Manifest.Keys, masters));
        if (keys.TakenAt < cases.TakenAt)
        {
            throw new BackupRefused(
                $"The keys in '{keysHalf}' were taken at {keys.TakenAt:yyyy-MM-dd HH:mm} UTC, before the cases ({cases.TakenAt:yyyy-MM-dd HH:mm}). "
                + "They lack the keys of the newest cases and hold those of cases erased since. Name keys that are not older than the cases.");
        }

        RefuseOccupied();
        await cases.VerifyAsync(casesHalf, cancel);
        await keys.VerifyAsync(keysHalf, cancel);
        mark.Begin();
        await CopyAsync(casesHalf, keysHalf, cases, cancel);
        mark.End();
        await output.WriteLineAsync($"Restored: the cases of {cases.TakenAt:yyyy-MM-dd HH:mm} UTC with {In(cases, SqliteFiles.Sealed).Count()} sealed files, and the keys of {keys.TakenAt:yyyy-MM-dd HH:mm} UTC.");
    }

    private async Task CopyAsync(string casesHalf, string keysHalf, Manifest cases, CancellationToken cancel)
    {
        Clear();
        await CopyFolderAsync(casesHalf, In(cases, SqliteFiles.Sealed), files.SealedFolder, cancel);
        await CopyFolderAsync(casesHalf, In(cases, SqliteFiles.Heads).Where(f => !File.Exists(Path.Combine(files.HeadFolder, Path.GetFileName(f.Name)))), files.HeadFolder, cancel);
        await CopyAsync(Path.Combine(keysHalf, SqliteFiles.KeyStore), files.KeyStoreFile, cancel);
        await CopyAsync(Path.Combine(casesHalf, SqliteFiles.Database), files.DatabaseFile, cancel);
    }

    private static IEnumerable<BackedUpFile> In(Manifest manifest, string folder) => manifest.Files.Where(f => Path.GetDirectoryName(f.Name) == folder);

    private static async Task CopyFolderAsync(string half, IEnumerable<BackedUpFile> taken, string to, CancellationToken cancel)
    {
        PrivateFiles.CreateFolder(to);
        foreach (var file in taken)
        {
            await Copying.CopyAsync(Path.Combine(half, file.Name), Path.Combine(to, Path.GetFileName(file.Name)), cancel);
        }

        DurableFiles.SyncFolder(to);
    }

    private static async Task CopyAsync(string from, string to, CancellationToken cancel)
    {
        var folder = Path.GetDirectoryName(to)!;
        PrivateFiles.CreateFolder(folder);
        await Copying.CopyAsync(from, to, cancel);
        DurableFiles.SyncFolder(folder);
    }

    // Only what an unfinished restore left; otherwise there is nothing.
    private void Clear()
    {
        foreach (var path in Occupied().ToList())
        {
            File.Delete(path);
        }
    }

    private void RefuseOccupied()
    {
        if (!mark.IsThere && Occupied().FirstOrDefault() is { } there)
        {
            throw new BackupRefused($"'{there}' is there already. A restore goes into an empty data folder: move what is there away first.");
        }
    }

    private IEnumerable<string> Occupied()
    {
        string[] databases = [files.DatabaseFile, files.KeyStoreFile];
        var sealedFiles = Directory.Exists(files.SealedFolder) ? Directory.EnumerateFiles(files.SealedFolder) : [];
        return databases.SelectMany(d => new[] { d, d + "-wal", d + "-shm" }).Where(File.Exists).Concat(sealedFiles);
    }
}
