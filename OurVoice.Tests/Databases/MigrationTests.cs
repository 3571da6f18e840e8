using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Data;

namespace OurVoice.Tests.Databases;

public sealed class MigrationTests
{
    [Fact]
    public void Every_provider_has_no_pending_model_change()
    {
        Assert.False(new SqliteDesign().CreateDbContext([]).Database.HasPendingModelChanges());
        Assert.False(new PostgresDesign().CreateDbContext([]).Database.HasPendingModelChanges());
        Assert.False(new SqlServerDesign().CreateDbContext([]).Database.HasPendingModelChanges());
    }

    [Theory, EveryDatabase]
    public async Task An_empty_database_is_migrated_and_a_second_start_changes_nothing(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        await host.StartAsync();
        await using var db = host.Read();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public void PostgreSQL_is_there_when_the_script_runs_the_tests()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.NotNull(TestDatabases.Postgres);
        }
    }

    [Theory, EveryDatabase]
    public async Task Opened_connections_of_sqlite_keep_every_commit(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        if (host.Provider != Provider.Sqlite)
        {
            return;
        }

        await using var db = host.Services.GetRequiredService<IDbContextFactory<OurVoice.Contracts.Host.OurVoiceDb>>().CreateDbContext();
        Assert.Equal(2, (await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").ToListAsync()).Single());
        Assert.Equal("wal", (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync()).Single());
    }
}
