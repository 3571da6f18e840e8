using System.Data.Common;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace OurVoice.Tests.Canary;

/// <summary>Puts a canary into each kind of place and finds it there: only then does it mean something that none was found.</summary>
internal sealed class Planting(CanarySite site, Stumbles stumbles) : IAsyncDisposable
{
    private readonly Canaries _planted = new();
    private readonly List<(string Canary, string Place)> _expected = [];
    private readonly List<string> _strewn = [];
    private DbConnection? _open;

    public async Task IsFoundEverywhereAsync()
    {
        await SowRowsAsync();
        SowFiles();
        await SowProxyAsync();
        site.Addresses.Add("https://127.0.0.1/km/track?code=" + Uri.EscapeDataString(Sow("address", "the browsers'")));
        var found = await site.FindAsync(_planted);
        Assert.All(_expected, e => Assert.Contains(found, f => f.Contains(e.Place, StringComparison.Ordinal) && f.Contains($": {e.Canary} (", StringComparison.Ordinal)));
        Assert.Contains(site.Made.Names, n => n.StartsWith(site.Temporary, StringComparison.Ordinal));
        Assert.Contains(site.Made.Names, n => n.Contains("client_body", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await (_open?.DisposeAsync() ?? default);
        _strewn.ForEach(Delete);
    }

    // A notice that nobody wrote could not have carried a word: there must be rows to change.
    private async Task SowRowsAsync()
    {
        var (database, file) = site.IsSqlite ? ("ourvoice.db", "ourvoice.db-wal") : ("PostgreSQL", "PostgreSQL file of planted");
        _open = site.Connect();
        await _open.OpenAsync();
        Assert.NotEqual(0, await ChangeAsync(_open, "UPDATE host_mailbox SET \"Body\" = @w", Sow("mailbox", database + " rows of host_mailbox")));
        Assert.NotEqual(0, await ChangeAsync(_open, "UPDATE host_outbox SET \"Template\" = @w", Sow("outbox", database + " rows of host_outbox")));
        Assert.NotEqual(0, await ChangeAsync(_open, "UPDATE ti_outbox SET \"Template\" = @w", Sow("TI's outbox", database + " rows of ti_outbox")));
        await ChangeAsync(_open, "CREATE TABLE planted (words TEXT)", "");
        await ChangeAsync(_open, "INSERT INTO planted VALUES (@w)", Sow("deleted row", file));
        await ChangeAsync(_open, "DELETE FROM planted", "");
        await using var keys = new SqliteConnection($"Data Source={Path.Combine(site.Folder, "data", "keystore.db")};Pooling=False");
        await keys.OpenAsync();
        await ChangeAsync(keys, "CREATE TABLE planted (words TEXT)", "");
        await ChangeAsync(keys, "INSERT INTO planted VALUES (@w)", Sow("key store", "keystore.db rows of planted"));
    }

    private void SowFiles()
    {
        File.AppendAllText(site.Server.Log, JsonSerializer.Serialize(new { State = Sow("log", "host.log") }) + "\n");
        Write(Path.Combine(site.Folder, "data", "staging", "planted"), Encoding.Unicode.GetBytes(Sow("staging", "/data/staging/planted")));
        Write(Path.Combine(site.Folder, "data", "files", "planted"), Packed(Sow("file", "/data/files/planted")));
        Write(Path.Combine(site.Backup, "cases", "planted"), Packed(Sow("backup", "/backup/cases/planted")));
        Write(Path.Combine(site.Temporary, "planted"), Encoding.UTF8.GetBytes(Sow("temporary folder", "/tmp/planted")));
        // Hosts that sweep leave a folder alone that has just been made.
        var sandbox = Path.Combine("/dev/shm", $"ourvoice-media-{Guid.NewGuid():N}");
        _strewn.Add(sandbox);
        Write(Path.Combine(sandbox, "planted"), Encoding.UTF8.GetBytes(Sow("sandbox", sandbox)));
        var machine = Path.Combine(Path.GetTempPath(), $"ov_planted_{Guid.NewGuid():N}");
        _strewn.Add(machine);
        Write(machine, Encoding.UTF8.GetBytes(Sow("machine's temporary folder", machine)));
    }

    // The application is shut, so what is said of this request stands in the log of faults as well.
    private async Task SowProxyAsync()
    {
        var address = _planted.Loopback("careless address");
        var agent = _planted.Word("careless agent");
        await stumbles.CarelesslyAsync(agent, address, Sow("careless words", "/proxy/temp/client_body/"));
        _expected.AddRange([("careless words", "/proxy/access.log"), ("careless agent", "/proxy/access.log"), ("careless address", "/proxy/access.log")]);
        _expected.AddRange([("careless words", "/proxy/error.log"), ("careless address", "/proxy/error.log")]);
    }

    private string Sow(string canary, string place)
    {
        _expected.Add((canary, place));
        return _planted.Words(canary);
    }

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    private static void Delete(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
        else
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var packing = new BrotliStream(bytes, CompressionLevel.Optimal))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static async Task<int> ChangeAsync(DbConnection connection, string change, string words)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = change;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("w", words);
        command.Parameters.Add(parameter);
        return await command.ExecuteNonQueryAsync();
    }
}
