using OurVoice.Tests.Databases;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.Canary;

/// <summary>
/// The canary test of design.md 4.9: citizens and offices do what they do, in a real browser, through the shipped proxy, to the published
/// build. Afterwards every place that any of it writes to is searched for every word, name, contact, code, file, address and device.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class WholeVisitTests(BrowserFixture browser)
{
    [Theory, EveryDatabase]
    public async Task Of_a_whole_visit_behind_the_shipped_proxy_nothing_is_found_anywhere(string provider)
    {
        var canaries = new Canaries();
        await using var site = await CanarySite.StartAsync(provider);
        await new Visits(browser, site, canaries).AllAsync();
        if (site.IsSqlite)
        {
            await site.Server.RunVerbAsync("backup", CancellationToken.None, site.Backup);
        }

        var stumbles = new Stumbles(site, canaries);
        await stumbles.AllAsync();
        await site.Server.StopAsync();
        await stumbles.NobodyThereAsync();
        await site.SweepAsync();

        site.HasListened();
        var found = await site.FindAsync(canaries);
        found.AddRange(site.Made.Names.Select(name => name + ": was made"));
        Assert.True(found.Count == 0, string.Join('\n', found));
        await using var planting = new Planting(site, stumbles);
        await planting.IsFoundEverywhereAsync();
    }
}
