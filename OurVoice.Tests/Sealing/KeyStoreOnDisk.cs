using Microsoft.Data.Sqlite;
using Npgsql;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Data;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Tests.Sealing;

/// <summary>A keys folder and a key store of their own, opened as often as a test wants processes.</summary>
internal sealed class KeyStoreOnDisk : IAsyncDisposable
{
    private readonly List<KeyDatabase> _opened = [];

    private KeyStoreOnDisk(KeyStoreSettings settings, string folder) => (Settings, Folder) = (settings, folder);

    public KeyStoreSettings Settings { get; }

    public string Folder { get; }

    public string KeysFolder => Path.Combine(Folder, "keys");

    public FakeTime Time { get; } = FakeTime.At(2026, 5, 4, 9, 17);

    public static async Task<KeyStoreOnDisk> CreateAsync(string provider = nameof(Provider.Sqlite))
    {
        var name = "ov_keys_" + Guid.NewGuid().ToString("N");
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), name)).FullName;
        if (provider == nameof(Provider.Sqlite))
        {
            return new(new KeyStoreSettings(Provider.Sqlite, $"Data Source={Path.Combine(folder, "data", "keystore.db")}"), folder);
        }

        await TestDatabases.ExecuteAsync($"CREATE DATABASE {name}");
        return new(new KeyStoreSettings(Provider.Postgres, new NpgsqlConnectionStringBuilder(TestDatabases.Postgres) { Database = name }.ConnectionString), folder);
    }

    public KeyDatabase OpenDatabase()
    {
        var database = new KeyDatabase(Settings);
        _opened.Add(database);
        return database;
    }

    public MasterKeys OpenMasters() => new MasterKeyStart(new MasterKeyFolder(KeysFolder), OpenDatabase(), Time).Open();

    /// <summary>As a fresh process would see it.</summary>
    public ICaseKeys Open() => new CaseKeys(OpenDatabase(), new CaseKeyWrap(OpenMasters()), Time);

    public ISiteSeal OpenSeal() => new SiteSeal(OpenMasters());

    public Task<int> ExecuteAsync(string sql) =>
        OpenDatabase().WriteAsync(s => s.ExecuteAsync(s.Command(sql), CancellationToken.None), CancellationToken.None);

    public Task<List<T>> ReadAsync<T>(string sql) =>
        OpenDatabase().ReadAsync(s => s.ReadAsync(s.Command(sql), r => r.GetFieldValue<T>(0), CancellationToken.None), CancellationToken.None);

    /// <summary>Whether these bytes stand anywhere in the files of the SQLite store.</summary>
    public bool Holds(byte[] bytes) =>
        Directory.GetFiles(Path.Combine(Folder, "data")).Any(f => Bytes(f).AsSpan().IndexOf(bytes) >= 0);

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        _opened.ForEach(d => d.Dispose());
        SqliteConnection.ClearAllPools();
        await TestDatabases.DropAsync(Settings.Provider, Settings.ConnectionString);
        Directory.Delete(Folder, recursive: true);
    }
}
