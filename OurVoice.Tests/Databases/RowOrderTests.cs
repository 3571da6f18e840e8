using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Tests.Databases;

/// <summary>The order of SQLite's row ids would tell in what order citizens wrote.</summary>
public sealed class RowOrderTests
{
    // No citizen has a row here: the migrations' own table, and numbered rows of Identity.
    private static readonly string[] Numbered = ["__EFMigrationsHistory", "__EFMigrationsLock"];

    [Fact]
    public async Task No_table_of_the_cases_or_of_the_keys_numbers_its_rows()
    {
        await using var host = await TestHost.CreateAsync();
        await host.StartAsync();
        await using var db = host.Read();
        var keyed = db.Model.GetEntityTypes().Where(e => e.FindPrimaryKey()!.Properties.Any(p => p.ClrType == typeof(Guid))).Select(e => e.GetTableName()!).ToHashSet();
        var withIds = await WithRowIdsAsync(host.ConnectionString);
        Assert.Empty(keyed.Intersect(withIds));
        Assert.Contains("intake_submissions", keyed);
        Assert.Empty(withIds.Except(Numbered).Except(NumberKeyed(db)));
        Assert.Empty(await WithRowIdsAsync(host.Services.GetRequiredService<KeyStoreSettings>().ConnectionString));
    }

    private static IEnumerable<string> NumberKeyed(DbContext db) => db.Model.GetEntityTypes()
        .Where(e => e.FindPrimaryKey()!.Properties is [{ } only] && (only.ClrType == typeof(int) || only.ClrType == typeof(long))).Select(e => e.GetTableName()!);

    private static async Task<List<string>> WithRowIdsAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr = 0 AND name NOT LIKE 'sqlite_%'";
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
