using OurVoice.Bench.Once;
using OurVoice.Bench.Serving;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Web.Data;
using OurVoice.Web.Outbox;
using Xunit.Abstractions;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Ladder;

/// <summary>The reduced size of <c>scripts/bench once</c>, which runs 8 processes over 10,000 cases; SQLite has one.</summary>
public sealed class OnceTests(ITestOutputHelper output)
{
    private const int Cases = 300;

    [Theory, EveryDatabase]
    public async Task Processes_that_are_killed_at_random_move_each_case_once(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow, MemberRole.Head);
        for (var i = 0; i < Cases; i++)
        {
            await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        }

        await using var server = new Server(Path.Combine(AppContext.BaseDirectory, "OurVoice.Web.dll"), world.Host.Folder, Settings(world));
        var (workers, kills) = provider == nameof(Provider.Sqlite) ? (1, 2) : (3, 5);
        var outcome = await new OnceRun(server, world.Host.Read, workers, kills).RunAsync(default);
        output.WriteLine($"{provider}: {outcome.Summary}");
        Assert.Empty(outcome.Wrong);
        Assert.Equal((Cases, Cases), (outcome.Cases, outcome.Climbed));
        Assert.True(outcome.Kills > 1, outcome.Summary);

        // All processes and cases wrote the same two rows: the day's digest of either officer.
        var digests = await world.RowsAsync<GovernmentOutboxRow>(r => r.Template == Templates.OfficerDigest);
        Assert.Equal(2, digests.Select(d => d.AccountId).Distinct().Count());
    }

    private static Dictionary<string, string> Settings(CaseWorld world) => new(StringComparer.Ordinal)
    {
        ["OurVoice:Database:Provider"] = world.Host.Provider.ToString(),
        ["OurVoice:Database:ConnectionString"] = world.Host.ConnectionString,
        ["OurVoice:KeyStore:Provider"] = nameof(Provider.Sqlite),
        ["OurVoice:Jobs"] = "false",
    };
}
