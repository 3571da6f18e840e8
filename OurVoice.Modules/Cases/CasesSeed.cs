using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases;

/// <summary>The first version of routing and of the rules of time.</summary>
internal sealed class CasesSeed(IRunner runner, TimeProvider time) : IStartupSeed
{
    public int Order => 20;

    public async Task SeedAsync(CancellationToken cancel)
    {
        var actor = Actor.System(time);
        await runner.RunAsync<SeedRoutes>(actor, a => a.ExecuteAsync(actor, cancel), cancel);
        await runner.RunAsync<SeedPolicies>(actor, a => a.ExecuteAsync(actor, cancel), cancel);
    }
}
