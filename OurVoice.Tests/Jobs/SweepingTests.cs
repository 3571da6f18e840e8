using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Places;
using OurVoice.Web.Jobs;

namespace OurVoice.Tests.Jobs;

public sealed class SweepingTests
{
    [Fact]
    public async Task Run_SweepThrows_LeavesAFailedRunWithTheTypeOnlyAndRunsAgain()
    {
        await using var host = await TestHost.CreateAsync();
        var sweep = new Flaky();
        host.Replace = s => s.AddSingleton<ISweep>(sweep);
        var sweeping = host.Services.GetRequiredService<Sweeping>();
        await sweeping.RunAsync("flaky", default);
        await sweeping.RunAsync("flaky", default);
        await using var db = host.Read();
        var runs = await db.Set<JobRun>().Where(r => r.Name == "flaky").OrderBy(r => r.StartedAt).ToListAsync();
        Assert.Equal([JobState.Failed, JobState.Good], runs.Select(r => r.State));
        Assert.Equal(nameof(InvalidOperationException), runs[0].Fault);
    }

    [Fact]
    public async Task Run_OfTI_LeavesNoRowInTheGovernmentsTable()
    {
        await using var host = await TestHost.CreateAsync();
        await host.StartAsync();
        var sweeping = host.Services.GetRequiredService<Sweeping>();
        foreach (var sweep in sweeping.All)
        {
            await sweeping.RunAsync(sweep.Name, default);
        }

        await using var db = host.Read();
        Assert.Equal(["audit-cut-ti", "audit-heads-ti", "keeping-ti", "key-sides", "ladder-ti", "nobodys-cases-ti", "outbox-ti", "recounts-ti"], await db.Set<TiJobRun>().Select(r => r.Name).Order().ToListAsync());
        Assert.False(await db.Set<JobRun>().AnyAsync(r => r.Name.EndsWith("-ti") || r.Name == "key-sides"));
    }

    [Fact]
    public async Task Verb_RunsOneJobOnceAndSaysWhatCameOfIt()
    {
        await using var host = await TestHost.CreateAsync();
        host.Replace = s => s.AddSingleton<ISweep>(new Flaky());
        var (stopped, good) = (await host.CallAsync("jobs run", "flaky"), await host.CallAsync("jobs run", "flaky"));
        Assert.Equal((1, 0), (stopped.Exit, good.Exit));
        Assert.Equal("flaky: 1 done, 0 failed.", good.Said.Trim());
        foreach (var wrong in new string[][] { [], ["ladders"], ["flaky", "ladder"] })
        {
            var (exit, said) = await host.CallAsync("jobs run", wrong);
            Assert.Equal(2, exit);
            Assert.Contains("flaky", said, StringComparison.Ordinal);
        }

        await using var db = host.Read();
        Assert.Equal(2, await db.Set<JobRun>().CountAsync(r => r.Name == "flaky"));
    }

    private sealed class Flaky : ISweep
    {
        public int Calls { get; set; }

        public string Name => "flaky";

        public TimeSpan Every => TimeSpan.FromMinutes(1);

        public Task<SweepCount> RunAsync(CancellationToken cancel) =>
            ++Calls == 1 ? throw new InvalidOperationException("a citizen's words") : Task.FromResult(new SweepCount(1, 0));
    }
}
