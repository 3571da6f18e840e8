using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Files;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Sealing.Store;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Backup;

/// <summary>
/// Cases first, keys second, each a half of its own: the keys' half expires sooner. It grows under another name and gets its own
/// when it is whole, so that what was killed is never taken for a backup.
/// </summary>
internal sealed class TakeBackup(HostSettings settings, KeyStoreSettings keyStore, SqliteFiles files, MasterKeyFolder masters, TimeProvider time)
{
    /// <exception cref="BackupRefused">The folder is there, or lies in the data folder, or there is nothing to back up.</exception>
    public async Task TakeAsync(string folder, TextWriter output, CancellationToken cancel)
    {
        files.RequireSqlite();
        Refuse(folder);
        var part = folder + ".part";
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true);
        }

        PrivateFiles.CreateFolder(part);
        await TakeCasesAsync(Half(part, Manifest.Cases), output, cancel);
        await TakeKeysAsync(Half(part, Manifest.Keys), cancel);
        DurableFiles.SyncFolder(part);
        Directory.Move(part, folder);
        DurableFiles.SyncFolder(Path.GetDirectoryName(folder)!);
    }

    private async Task TakeCasesAsync(string half, TextWriter output, CancellationToken cancel)
    {
        var database = Path.Combine(half, SqliteFiles.Database);
        await SqliteFiles.SnapshotAsync(settings.ConnectionString, database, cancel);
        var takenAt = time.GetUtcNow().UtcDateTime;
        List<BackedUpFile> taken = [await BackedUpFile.OfAsync(SqliteFiles.Database, database, cancel)];
        PrivateFiles.CreateFolder(Path.Combine(half, SqliteFiles.Sealed));
        foreach (var name in SealedNames())
        {
            if (await TakeFileAsync(half, name, cancel) is { } file)
            {
                taken.Add(file);
            }
        }

        DurableFiles.SyncFolder(Path.Combine(half, SqliteFiles.Sealed));
        Manifest.Write(half, Manifest.Cases, takenAt, taken, masters);
        await output.WriteLineAsync($"Cases: the database and {taken.Count - 1} sealed files.");
    }

    private async Task TakeKeysAsync(string half, CancellationToken cancel)
    {
        var takenAt = time.GetUtcNow().UtcDateTime;
        var database = Path.Combine(half, SqliteFiles.KeyStore);
        await SqliteFiles.SnapshotAsync(keyStore.ConnectionString, database, cancel);
        Manifest.Write(half, Manifest.Keys, takenAt, [await BackedUpFile.OfAsync(SqliteFiles.KeyStore, database, cancel)], masters);
    }

    // What is being written has another name until it is whole; what is erased meanwhile is not wanted.
    private async Task<BackedUpFile?> TakeFileAsync(string half, string name, CancellationToken cancel)
    {
        var relative = Path.Combine(SqliteFiles.Sealed, name);
        try
        {
            await Copying.CopyAsync(Path.Combine(files.SealedFolder, name), Path.Combine(half, relative), cancel);
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        return await BackedUpFile.OfAsync(relative, Path.Combine(half, relative), cancel);
    }

    private IEnumerable<string> SealedNames() => Directory.Exists(files.SealedFolder)
        ? Directory.EnumerateFiles(files.SealedFolder).Select(f => Path.GetFileName(f)).Where(n => Guid.TryParseExact(n, "N", out _)).ToList()
        : [];

    private static string Half(string folder, string half)
    {
        var path = Path.Combine(folder, half);
        PrivateFiles.CreateFolder(path);
        return path;
    }

    private void Refuse(string folder)
    {
        if (!File.Exists(files.DatabaseFile) || !File.Exists(files.KeyStoreFile))
        {
            throw new BackupRefused($"There is nothing to back up: '{files.DatabaseFile}' or '{files.KeyStoreFile}' is not there. Look at OurVoice:DataFolder.");
        }

        if (Path.Exists(folder))
        {
            throw new BackupRefused($"'{folder}' is there already. Name a folder that does not exist yet; it is made.");
        }

        if ((RealPath.Of(folder) + Path.DirectorySeparatorChar).StartsWith(RealPath.Of(settings.DataFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new BackupRefused($"'{folder}' lies in the data folder '{settings.DataFolder}'. What destroys that would destroy the backup too: name a folder elsewhere.");
        }
    }
}
