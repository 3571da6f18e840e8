using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox;

namespace OurVoice.Web.Data;

/// <summary>SQLite, the embedded default.</summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options, ModuleAssemblies modules) : OurVoiceDb(options, modules)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyHouseRules();
    }
}

/// <summary>PostgreSQL 15 or later.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options, ModuleAssemblies modules) : OurVoiceDb(options, modules)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyHouseRules();

        // Looked up by the beginning of the key, whatever the collation of the database.
        modelBuilder.Entity<GovernmentOutboxRow>().Property(r => r.Key).UseCollation("C");
        modelBuilder.Entity<TiOutboxRow>().Property(r => r.Key).UseCollation("C");
    }
}

/// <summary>SQL Server; the operator creates the database with a collation that weighs Khmer.</summary>
internal sealed class SqlServerDb(DbContextOptions<SqlServerDb> options, ModuleAssemblies modules) : OurVoiceDb(options, modules)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyHouseRules();
        modelBuilder.UseCollations();
    }
}
