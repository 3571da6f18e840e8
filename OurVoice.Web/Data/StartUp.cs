using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Backup;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Data;

/// <summary>What must be true before the first request or verb: keys at hand, migrated, built-in facts merged, demo made when asked.</summary>
internal sealed class StartUp(IServiceProvider services, IDbContextFactory<OurVoiceDb> databases, IEnumerable<IStartupSeed> seeds, HostSettings settings, UnfinishedRestore restore)
{
    public async Task PrepareAsync(CancellationToken cancel)
    {
        restore.Refuse();

        // Before anything is written: a wrong key setting stops the start and not a citizen.
        services.GetRequiredService<MasterKeys>();
        await MigrateAsync(cancel);

        foreach (var seed in seeds.OrderBy(s => s.Order))
        {
            await seed.SeedAsync(cancel);
        }
    }

    private async Task MigrateAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            await db.Database.MigrateAsync(cancel);
        }
        catch (Exception e) when (e.GetBaseException() is System.Data.Common.DbException or System.Net.Sockets.SocketException or ArgumentException)
        {
            throw new SettingWrong($"The database of OurVoice:Database ({settings.Provider}) cannot be used: {e.GetBaseException().Message} Check the connection string and that the server runs; the database must exist and this user must be allowed to make tables.");
        }
    }
}
