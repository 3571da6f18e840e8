using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace OurVoice.Tests.Canary;

/// <summary>Something that was written down, and where.</summary>
internal sealed record Place(string Name, byte[] Bytes)
{
    /// <summary>Each file below a folder, or only those in it; files that go away meanwhile are not there.</summary>
    public static IEnumerable<Place> Files(string folder, SearchOption how = SearchOption.AllDirectories, DateTime since = default)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", how) : [])
        {
            // A pipe has no length, and opening one would wait for its writer.
            if (new FileInfo(file) is { Exists: true, Length: > 0 } info && info.LastWriteTimeUtc >= since && Read(file) is { } bytes)
            {
                yield return new(file, bytes);
            }
        }
    }

    /// <summary>Each table of a SQLite file, and each of its blobs by itself.</summary>
    public static async Task<List<Place>> SqliteAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        return await TablesAsync(connection, Path.GetFileName(file), "SELECT name FROM sqlite_master WHERE type = 'table'");
    }

    /// <summary>The same in a PostgreSQL database, and the files in which its tables and indexes lie: they hold deleted rows too.</summary>
    public static async Task<List<Place>> PostgresAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        var places = await TablesAsync(connection, "PostgreSQL", "SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
        await using (var write = new NpgsqlCommand("CHECKPOINT", connection))
        {
            await write.ExecuteNonQueryAsync();
        }

        await using var read = new NpgsqlCommand(
            "SELECT relname, pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class WHERE relkind IN ('r', 'i', 't') AND pg_relation_filepath(oid) IS NOT NULL", connection);
        await using var files = await read.ExecuteReaderAsync();
        while (await files.ReadAsync())
        {
            places.Add(new("PostgreSQL file of " + files.GetString(0), (byte[])files.GetValue(1)));
        }

        return places;
    }

    private static async Task<List<Place>> TablesAsync(DbConnection connection, string database, string query)
    {
        await connection.OpenAsync();
        var tables = new List<string>();
        await ReadAsync(connection, query, row => tables.Add(row.GetString(0)));
        var places = new List<Place>();
        foreach (var table in tables)
        {
            var text = new StringBuilder();
            await ReadAsync(connection, $"SELECT * FROM \"{table}\"", row => TakeRow(row, text, blob => places.Add(new($"{database} blob of {table}", blob))));
            places.Add(new($"{database} rows of {table}", Encoding.UTF8.GetBytes(text.ToString())));
        }

        return places;
    }

    private static void TakeRow(DbDataReader row, StringBuilder text, Action<byte[]> blob)
    {
        for (var i = 0; i < row.FieldCount; i++)
        {
            if (row.GetValue(i) is byte[] bytes)
            {
                blob(bytes);
            }
            else
            {
                text.Append(Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)).Append('\n');
            }
        }
    }

    private static async Task ReadAsync(DbConnection connection, string query, Action<DbDataReader> take)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            take(rows);
        }
    }

    private static byte[]? Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
