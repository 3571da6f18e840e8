using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace OurVoice.Bench.Measuring;

/// <summary>
/// The least that the same work can cost here: a page of the same bytes that nothing is computed for, and one row committed
/// durably in the same kind of database through one writer.
/// </summary>
public static class Floor
{
    /// <summary>Serves <paramref name="bytes"/> bytes at / until disposed; first address says where.</summary>
    public static async Task<WebApplication> StaticPageAsync(int bytes, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var page = new byte[bytes];
        Array.Fill(page, (byte)'x');
        app.MapGet("/", () => Results.Bytes(page, "text/html"));
        await app.StartAsync(cancel);
        return app;
    }

    /// <summary>One insert of <paramref name="bytes"/> bytes with a commit that survives a power cut, one writer at a time.</summary>
    public static Func<int, CancellationToken, Task<bool>> DurableInsert(string file, int bytes)
    {
        var gate = new SemaphoreSlim(1, 1);
        var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS floor (id TEXT PRIMARY KEY, content BLOB)");
        var content = new byte[bytes];
        return async (_, cancel) =>
        {
            await gate.WaitAsync(cancel);
            try
            {
                using var command = connection.CreateCommand();
                command.CommandText = "INSERT INTO floor VALUES ($id, $content)";
                command.Parameters.AddWithValue("$id", Guid.NewGuid().ToString());
                command.Parameters.AddWithValue("$content", content);
                return await command.ExecuteNonQueryAsync(cancel) == 1;
            }
            finally
            {
                gate.Release();
            }
        };
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
