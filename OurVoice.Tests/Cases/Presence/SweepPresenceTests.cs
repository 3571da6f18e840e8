using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Presence;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Cases.Presence;

public sealed class SweepPresenceTests
{
    [Theory, EveryDatabase]
    public async Task Marks_of_pages_that_never_said_goodbye_go_and_fresh_ones_stay(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, sophea) = (await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration), await world.JoinAsync("លី សុភា", OfficeKind.CommuneAdministration));
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await world.DoAsync<MarkPresence>(dara, (a, actor) => a.ExecuteAsync(id, CaseField.None, actor, default));
        world.Time.Advance(TimeSpan.FromSeconds(70));
        await world.DoAsync<MarkPresence>(sophea, (a, actor) => a.ExecuteAsync(id, CaseField.Reply, actor, default));
        var sweep = world.Host.Services.GetServices<ISweep>().OfType<SweepPresence>().Single();
        Assert.Equal(new SweepCount(1, 0), await sweep.RunAsync(default));
        Assert.Equal(sophea, Assert.Single(await world.RowsAsync<PresenceMark>(_ => true)).AccountId);
        Assert.Equal(new SweepCount(0, 0), await sweep.RunAsync(default));
    }
}
