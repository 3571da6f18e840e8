using OurVoice.Contracts.Host;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Demo;

/// <summary>Makes the demo once, in a database without a single account. Killed half-way, the next start goes on with it.</summary>
internal sealed class DemoSeeding(IRunner runner, IEnumerable<IDemoStep> steps, HostSettings settings, TimeProvider time)
{
    /// <summary>False when there is a demo or anything else already, so that nothing was made.</summary>
    public async Task<bool> SeedAsync(TextWriter output, CancellationToken cancel)
    {
        var actor = Actor.System(time);
        if (!await runner.RunAsync<MarkDemo, bool>(actor, a => a.BeginAsync(actor, cancel), cancel))
        {
            return false;
        }

        foreach (var step in steps.OrderBy(s => s.Order))
        {
            await step.SeedAsync(settings.DemoCases, output, cancel);
        }

        await runner.RunAsync<MarkDemo>(actor, a => a.EndAsync(Actor.System(time), cancel), cancel);
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
