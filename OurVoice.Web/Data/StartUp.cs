using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing;

namespace OurVoice.Web.Data;

/// <summary>What must be true before the first request or verb: keys at hand, migrated, built-in facts merged, demo made when asked.</summary>
internal sealed class StartUp(SealingStart sealing, IDbContextFactory<OurVoiceDb> databases, IEnumerable<IStartupSeed> seeds)
{
    public async Task PrepareAsync(CancellationToken cancel)
    {
        sealing.Open();
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            await db.Database.MigrateAsync(cancel);
        }

        foreach (var seed in seeds.OrderBy(s => s.Order))
        {
            await seed.SeedAsync(cancel);
        }
    }
}
