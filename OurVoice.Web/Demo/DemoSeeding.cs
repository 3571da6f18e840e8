using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Demo;

/// <summary>Makes the demo once, in a database without a single account.</summary>
internal sealed class DemoSeeding(IDbContextFactory<OurVoiceDb> databases, IEnumerable<IDemoStep> steps, HostSettings settings)
{
    /// <summary>False when there are accounts already, so that nothing was made.</summary>
    public async Task<bool> SeedAsync(TextWriter output, CancellationToken cancel)
    {
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            if (await db.Set<Account>().AnyAsync(cancel))
            {
                return false;
            }
        }

        foreach (var step in steps.OrderBy(s => s.Order))
        {
            await step.SeedAsync(settings.DemoCases, output, cancel);
        }

        return true;
    }

    /// <summary>A start with OurVoice:Demo makes the demo too, so that the verb is a convenience.</summary>
    public async Task SeedIfAskedAsync(TextWriter output, CancellationToken cancel)
    {
        if (settings is { Demo: true, DemoCases: > 0 })
        {
            await SeedAsync(output, cancel);
        }
    }
}
