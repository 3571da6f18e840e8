using Npgsql;
using OurVoice.Bench.Serving;
using OurVoice.Bench.Sweeps;

namespace OurVoice.Bench.Once;

/// <summary>The full size: many processes on PostgreSQL where OURVOICE_TEST_POSTGRES names a maintenance connection, then one on SQLite.</summary>
internal static class OnceVerb
{
    public static async Task<bool> RunAsync(int cases, int workers, int kills, CancellationToken cancel)
    {
        var isRight = true;
        if (Environment.GetEnvironmentVariable("OURVOICE_TEST_POSTGRES") is { Length: > 0 } maintenance)
        {
            isRight = await OnAsync("PostgreSQL", await CreateAsync(maintenance, cancel), cases, workers, kills, cancel);
        }
        else
        {
            Console.WriteLine("PostgreSQL: not run, for OURVOICE_TEST_POSTGRES names none");
        }

        return await OnAsync("SQLite", [], cases, workers: 1, kills, cancel) && isRight;
    }

    private static async Task<bool> OnAsync(string name, Dictionary<string, string> database, int cases, int workers, int kills, CancellationToken cancel)
    {
        // Overdue at the first office for days, and not yet at the next one, which has two working days from now.
        var folder = await Ground.MakeAsync(cases, DateTime.UtcNow.AddDays(-35), cancel, database);
        OnceOutcome outcome;
        await using (var server = new Server(Build.Dll, folder, new Dictionary<string, string>(database, StringComparer.Ordinal) { ["OurVoice:Jobs"] = "false" }))
        {
            await using var inside = await Inside.OpenAsync(folder, TimeSpan.Zero, database);
            outcome = await new OnceRun(server, inside.Read, workers, kills).RunAsync(cancel);
        }

        Console.WriteLine($"{name}: {outcome.Summary}");
        outcome.Wrong.ForEach(Console.WriteLine);
        Directory.Delete(folder, recursive: true);
        return outcome.Wrong.Count == 0;
    }

    private static async Task<Dictionary<string, string>> CreateAsync(string maintenance, CancellationToken cancel)
    {
        var name = "ov_once_" + Guid.NewGuid().ToString("N");
        await using var connection = new NpgsqlConnection(maintenance);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'", connection);
        await command.ExecuteNonQueryAsync(cancel);
        return new(StringComparer.Ordinal)
        {
            ["OurVoice:Database:Provider"] = "Postgres",
            ["OurVoice:Database:ConnectionString"] = new NpgsqlConnectionStringBuilder(maintenance) { Database = name, MaxPoolSize = 20 }.ConnectionString,
            ["OurVoice:KeyStore:Provider"] = "Sqlite",
        };
    }
}
