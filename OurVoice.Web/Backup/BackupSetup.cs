using OurVoice.Contracts.Host;

namespace OurVoice.Web.Backup;

internal static class BackupSetup
{
    public static IServiceCollection AddBackup(this IServiceCollection services) => services
        .AddSingleton<SqliteFiles>()
        .AddSingleton<UnfinishedRestore>()
        .AddSingleton<TakeBackup>()
        .AddSingleton<RestoreBackup>()
        .AddSingleton<IHostVerb, BackupVerb>()
        .AddSingleton<IHostVerb, RestoreVerb>();
}
