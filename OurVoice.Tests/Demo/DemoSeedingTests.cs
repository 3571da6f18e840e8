using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Demo;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Demo;

/// <summary>The demo is made once, whole, however often its making is killed.</summary>
public sealed class DemoSeedingTests
{
    private const int Cases = 24;

    [Fact]
    public async Task Killed_again_and_again_it_ends_as_one_that_was_never_killed()
    {
        await using var whole = await HostAsync();
        Assert.True(await Seeding(whole).SeedAsync(TextWriter.Null, default));
        var once = await StandAsync(whole);
        Assert.Equal(Cases, once.Count(c => !c.Contains(nameof(CaseKind.Corruption), StringComparison.Ordinal)));
        Assert.Contains(once, c => c.Contains(nameof(CaseKind.Corruption), StringComparison.Ordinal));

        await using var killed = await HostAsync();
        var kills = 0;
        for (var patience = 60; ; patience += 90)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(patience));
            try
            {
                Assert.True(await Seeding(killed).SeedAsync(TextWriter.Null, stop.Token));
                break;
            }
            catch (OperationCanceledException)
            {
                kills++;
            }
        }

        Assert.True(kills >= 3, $"only {kills} kills");
        Assert.Equal(once, await StandAsync(killed));
        Assert.False(await Seeding(killed).SeedAsync(TextWriter.Null, default));
    }

    [Fact]
    public async Task A_database_with_somebodys_account_is_left_alone()
    {
        await using var host = await HostAsync();
        await using (var db = host.Read())
        {
            db.Add(Account.Create(Side.Government, "somebody@example.org", "សុខ ដារា", DateTime.UnixEpoch, isDemo: false));
            await db.SaveChangesAsync();
        }

        Assert.False(await Seeding(host).SeedAsync(TextWriter.Null, default));
        await using var after = host.Read();
        Assert.Equal((1, 0), (await after.Set<Account>().CountAsync(), await after.Set<Submission>().CountAsync()));
    }

    private static async Task<TestHost> HostAsync()
    {
        var host = await TestHost.CreateAsync();
        host.Time = FakeTime.At(2026, 6, 1, 9);
        host.Settings["OurVoice:Demo"] = "true";
        await host.StartAsync();
        return host;
    }

    // The program itself would have made the demo at its start; here the test does.
    private static DemoSeeding Seeding(TestHost host) => new(
        host.Runner, host.Services.GetServices<IDemoStep>(), host.Services.GetRequiredService<HostSettings>() with { DemoCases = Cases }, host.Time);

    // Each case by its day, with what has happened in it; ids and numbers differ from host to host.
    private static async Task<List<string>> StandAsync(TestHost host)
    {
        await using var db = host.Read();
        var cases = await db.Set<Case>().AsNoTracking().ToListAsync();
        var entries = (await db.Set<Entry>().AsNoTracking().ToListAsync()).ToLookup(e => e.CaseId);
        return [.. cases.Select(c => $"{c.ListedFrom:u} {c.Kind} {c.State} level {c.Level} cycle {c.Cycle}: "
            + string.Join(' ', entries[c.Id].OrderBy(e => e.Sequence).Select(e => $"{e.Kind}@{e.At:u}"))).Order(StringComparer.Ordinal)];
    }
}
