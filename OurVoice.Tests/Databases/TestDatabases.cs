using Microsoft.Data.Sqlite;
using Npgsql;
using OurVoice.Web.Data;
using OurVoice.Web.Sealing;

namespace OurVoice.Tests.Databases;

/// <summary>
/// Fresh databases for hosts under test. Migrating and seeding the built-in places takes a second; it is done once per
/// provider into a template which every host then copies.
/// </summary>
internal static class TestDatabases
{
    private static readonly SemaphoreSlim Making = new(1, 1);
    private static readonly Dictionary<Provider, string> Templates = [];

    public static string? Postgres { get; } = Environment.GetEnvironmentVariable("OURVOICE_TEST_POSTGRES") is { Length: > 0 } set ? set : null;

    /// <summary>Fills <paramref name="folder"/> (data, keys) and returns the connection string.</summary>
    public static async Task<string> CreateAsync(Provider provider, string folder)
    {
        await Making.WaitAsync();
        try
        {
            if (!Templates.TryGetValue(provider, out var template))
            {
                template = await MakeTemplateAsync(provider);
                Templates[provider] = template;
            }

            CopyFolder(template, folder);
            return provider == Provider.Sqlite ? SqliteIn(folder) : await CopyPostgresAsync(Path.GetFileName(template));
        }
        finally
        {
            Making.Release();
        }
    }

    public static async Task DropAsync(Provider provider, string connectionString)
    {
        if (provider == Provider.Postgres)
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
        }
    }

    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> MakeTemplateAsync(Provider provider)
    {
        var name = "ov_template_" + Guid.NewGuid().ToString("N");
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), name)).FullName;
        if (provider == Provider.Postgres)
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
        }

        await using (var host = new Hosting.TestHost(provider, folder, provider == Provider.Sqlite ? SqliteIn(folder) : Named(name), ownsFolder: false))
        {
            await host.StartAsync();
        }

        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static async Task<string> CopyPostgresAsync(string template)
    {
        var name = "ov_test_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return Named(name);
    }

    private static string SqliteIn(string folder) => $"Data Source={Path.Combine(folder, "data", "ourvoice.db")};Default Timeout=30";

    private static string Named(string database) => new NpgsqlConnectionStringBuilder(Postgres) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            // Private, as the folder of the master keys must be.
            PrivateFiles.CreateFolder(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
