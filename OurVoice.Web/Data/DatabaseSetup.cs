using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using OurVoice.Contracts.Host;
using OurVoice.Web.Running;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Data;

/// <summary>Registers the context of the chosen provider, the factory for reads and the runner for writes.</summary>
internal static class DatabaseSetup
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, HostSettings settings)
    {
        switch (settings.Provider)
        {
            case Provider.Sqlite:
                services.AddSingleton<SqlitePragmas>();
                services.AddContext<SqliteDb>((sp, o) => o.UseSqlite(settings.ConnectionString)
                    .ReplaceService<IMigrationsSqlGenerator, SqliteWithoutRowIds>()
                    .AddInterceptors(sp.GetRequiredService<SqlitePragmas>()));
                services.AddSingleton<IWriteGate, SqliteWriteGate>();
                break;
            case Provider.Postgres:
                services.AddContext<PostgresDb>((_, o) => o.UseNpgsql(settings.ConnectionString));
                services.AddSingleton<IWriteGate, WideGate>();
                break;
            case Provider.SqlServer:
                services.AddContext<SqlServerDb>((_, o) => o.UseSqlServer(settings.ConnectionString));
                services.AddSingleton<IWriteGate, WideGate>();
                break;
            default:
                throw new InvalidOperationException($"No provider {settings.Provider}.");
        }

        return services.AddSingleton<IRunner, Runner>();
    }

    private static void AddContext<T>(this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> configure)
        where T : OurVoiceDb
    {
        services.AddDbContextFactory<T>(configure);
        services.AddSingleton<IDbContextFactory<OurVoiceDb>, AnyFactory<T>>();
        services.AddScoped<OurVoiceDb>(sp => sp.GetRequiredService<IDbContextFactory<T>>().CreateDbContext());
    }

    private sealed class AnyFactory<T>(IDbContextFactory<T> inner) : IDbContextFactory<OurVoiceDb>
        where T : OurVoiceDb
    {
        public OurVoiceDb CreateDbContext() => inner.CreateDbContext();
    }
}
