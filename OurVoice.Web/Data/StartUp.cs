using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Data;

/// <summary>What must be true before the first request or verb: migrated, built-in facts merged, demo made when asked.</summary>
internal sealed class StartUp(IDbContextFactory<OurVoiceDb> databases, IEnumerable<IStartupSeed> seeds)
{
    public async Task PrepareAsync(CancellationToken cancel)
    {
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
