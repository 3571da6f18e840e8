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
        // The heads first: a chain may be longer than its head, never shorter.
        var heads = await TakeFolderAsync(files.HeadFolder, half, SqliteFiles.Heads, n => n.EndsWith(".heads", StringComparison.Ordinal), cancel);
        var database = Path.Combine(half, SqliteFiles.Database);
        await SqliteFiles.SnapshotAsync(settings.ConnectionString, database, cancel);
        var takenAt = time.GetUtcNow().UtcDateTime;

        // What is being written has another name until it is whole.
        var taken = await TakeFolderAsync(files.SealedFolder, half, SqliteFiles.Sealed, n => Guid.TryParseExact(n, "N", out _), cancel);
        Manifest.Write(half, Manifest.Cases, takenAt, [await BackedUpFile.OfAsync(SqliteFiles.Database, database, cancel), .. heads, .. taken], masters);
        await output.WriteLineAsync($"Cases: the database and {taken.Count} sealed files.");
    }

    private async Task TakeKeysAsync(string half, CancellationToken cancel)
    {
        var takenAt = time.GetUtcNow().UtcDateTime;
        var database = Path.Combine(half, SqliteFiles.KeyStore);
        await SqliteFiles.SnapshotAsync(keyStore.ConnectionString, database, cancel);
        Manifest.Write(half, Manifest.Keys, takenAt, [await BackedUpFile.OfAsync(SqliteFiles.KeyStore, database, cancel)], masters);
    }

    private static async Task<List<BackedUpFile>> TakeFolderAsync(string from, string half, string folder, Predicate<string> isWanted, CancellationToken cancel)
    {
        PrivateFiles.CreateFolder(Path.Combine(half, folder));
        var taken = new List<BackedUpFile>();
        foreach (var path in Directory.Exists(from) ? Directory.GetFiles(from) : [])
        {
            var relative = Path.Combine(folder, Path.GetFileName(path));
            if (isWanted(Path.GetFileName(path)) && await TryCopyAsync(path, Path.Combine(half, relative), cancel))
            {
                taken.Add(await BackedUpFile.OfAsync(relative, Path.Combine(half, relative), cancel));
            }
        }

        DurableFiles.SyncFolder(Path.Combine(half, folder));
        return taken;
    }

    // What is erased meanwhile is not wanted.
    private static async Task<bool> TryCopyAsync(string from, string to, CancellationToken cancel)
    {
        try
        {
            await Copying.CopyAsync(from, to, cancel);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

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
