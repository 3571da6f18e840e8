using Microsoft.Data.Sqlite;
using OurVoice.Web.Audit;
using OurVoice.Web.Data;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Store;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Backup;

/// <summary>The files of a house that keeps everything in SQLite.</summary>
internal sealed class SqliteFiles(HostSettings settings, KeyStoreSettings keyStore, AuditSettings audit)
{
    public const string Database = "ourvoice.db";
    public const string KeyStore = "keystore.db";
    public const string Sealed = "files";
    public const string Heads = "audit";

    public string DatabaseFile { get; } = FileOf(settings.ConnectionString);

    public string KeyStoreFile { get; } = FileOf(keyStore.ConnectionString);

    public string SealedFolder { get; } = Path.Combine(settings.DataFolder, Sealed);

    /// <summary>The heads of the audit's chains; often on another disk, where they outlive the house.</summary>
    public string HeadFolder { get; } = audit.HeadFolder;

    /// <exception cref="BackupRefused">Another engine keeps the cases or the keys.</exception>
    public void RequireSqlite()
    {
        if (settings.Provider != Provider.Sqlite || keyStore.Provider != Provider.Sqlite)
        {
            throw new BackupRefused(
                $"'backup' and 'restore' are for SQLite. Here the cases lie in {settings.Provider} and their keys in {keyStore.Provider}. Use the tools of the database server: "
                + "first pg_dump the database of the cases, then copy the folder 'files' of the data folder, and last pg_dump the database of the key store, to another place and for 30 days at most. "
                + "Restore in the same order, and never keys that are older than the cases.");
        }
    }

    /// <summary>
    /// A copy as of one moment, while others write. VACUUM INTO lays every table anew in the order of its random keys: in
    /// the copy not even the order of the pages tells in which order citizens wrote, and nothing that was deleted is left.
    /// </summary>
    public static async Task SnapshotAsync(string connectionString, string to, CancellationToken cancel)
    {
        PrivateFiles.Create(to).Dispose();
        var settings = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, Mode = SqliteOpenMode.ReadWrite };
        await using var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync(cancel);
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = "VACUUM INTO @to";
            command.Parameters.AddWithValue("@to", to);
            await command.ExecuteNonQueryAsync(cancel);
        }

        // SQLite does not sync what VACUUM INTO writes.
        await using var file = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    private static string FileOf(string connectionString)
    {
        var named = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connectionString };
        return named.TryGetValue("Data Source", out var file) ? Path.GetFullPath((string)file) : "";
    }
}
