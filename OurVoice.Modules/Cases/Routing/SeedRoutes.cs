using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Routing;

/// <summary>Stores the built-in routing where it is missing.</summary>
internal sealed class SeedRoutes(OurVoiceDb db) : IAction
{
    public async Task ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        if (!await db.Set<Route>().AnyAsync(r => r.Version == RoutesVersion1.Version, cancel))
        {
            db.AddRange(RoutesVersion1.All);
        }
    }
}
