using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Data;
using OurVoice.Web.Jobs;

namespace OurVoice.Tests.Jobs;

/// <summary>The scheduler itself: in memory on SQLite, shared by all nodes on a server.</summary>
public sealed class SchedulingTests
{
    [Theory, EveryDatabase]
    public async Task A_job_that_throws_runs_again_and_one_that_is_pressed_runs_now(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var sweep = new Work { Every = TimeSpan.FromDays(1), Throws = true };
        var times = Start(host, sweep).GetRequiredService<Timetable>();
        await sweep.UntilAsync(1);
        Assert.InRange((await times.NextAsync(sweep.Name, default))!.Value, DateTime.UtcNow.AddHours(23), DateTime.UtcNow.AddHours(25));
        await times.RunNowAsync(sweep.Name, default);
        await sweep.UntilAsync(2);
        await EndedAsync(host, 2);
        await using var db = host.Read();
        Assert.Equal([JobState.Failed, JobState.Good], (await db.Set<JobRun>().OrderBy(r => r.StartedAt).ToListAsync()).Select(r => r.State));
    }

    [Theory, EveryDatabase]
    public async Task Pressed_again_before_it_began_it_runs_once(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var sweep = new Work { Every = TimeSpan.FromDays(1), Waits = true };
        var times = Start(host, sweep).GetRequiredService<Timetable>();
        await sweep.UntilAsync(1);
        await times.RunNowAsync(sweep.Name, default);
        await times.RunNowAsync(sweep.Name, default);
        sweep.Go();
        await sweep.UntilAsync(2);
        await EndedAsync(host, 2);
        Assert.Equal((2, 1), (sweep.Calls, sweep.AtOnce));
    }

    [Theory, EveryDatabase]
    public async Task Nodes_share_the_times_of_a_job_and_never_run_it_at_once(string provider)
    {
        await using var one = await TestHost.CreateAsync(provider);
        await using var two = new TestHost(one.Provider, one.Folder, one.ConnectionString, ownsFolder: false);
        var sweep = new Work { Every = TimeSpan.FromMilliseconds(300), Takes = TimeSpan.FromMilliseconds(600) };
        Start(one, sweep);
        if (one.Provider != Provider.Sqlite)
        {
            // SQLite is for one node.
            Start(two, sweep);
        }

        await sweep.UntilAsync(6);
        Assert.Equal(1, sweep.AtOnce);
    }

    [Theory, EveryDatabase]
    public async Task After_an_outage_a_job_runs_once_on_the_node_that_comes_back(string provider)
    {
        await using var one = await TestHost.CreateAsync(provider);
        var sweep = new Work { Every = TimeSpan.FromHours(1) };
        await using (var before = new TestHost(one.Provider, one.Folder, one.ConnectionString, ownsFolder: false))
        {
            Start(before, sweep);
            await sweep.UntilAsync(1);
        }

        if (one.Provider != Provider.Sqlite)
        {
            // Two days during which nothing ran. What is in memory begins anew by itself.
            await ShiftAsync(one.ConnectionString, TimeSpan.FromDays(-2));
        }

        var times = Start(one, sweep).GetRequiredService<Timetable>();
        await sweep.UntilAsync(2);
        await EndedAsync(one, 2);
        Assert.Equal(2, sweep.Calls);
        Assert.InRange((await times.NextAsync(sweep.Name, default))!.Value, DateTime.UtcNow.AddMinutes(50), DateTime.UtcNow.AddMinutes(70));
    }

    private static IServiceProvider Start(TestHost host, ISweep sweep)
    {
        host.Settings["OurVoice:Jobs"] = "true";
        host.Replace = s =>
        {
            s.RemoveAll<ISweep>();
            s.AddSingleton(sweep);
        };
        return host.Services;
    }

    private static async Task EndedAsync(TestHost host, int runs)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            await using var db = host.Read();
            if (await db.Set<JobRun>().CountAsync(r => r.State != JobState.Running, limit.Token) == runs)
            {
                return;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    private static async Task ShiftAsync(string database, TimeSpan by)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"UPDATE qrtz_triggers SET next_fire_time = next_fire_time + ({by.Ticks})"), connection);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private sealed class Work : ISweep
    {
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _calls;
        private int _running;
        private int _atOnce;

        public int Calls => _calls;

        /// <summary>The most that ran at one time.</summary>
        public int AtOnce => _atOnce;

        public bool Throws { get; init; }

        public bool Waits { get; init; }

        public TimeSpan Takes { get; init; }

        public string Name => "work";

        public TimeSpan Every { get; init; }

        public void Go() => _go.SetResult();

        public async Task<SweepCount> RunAsync(CancellationToken cancel)
        {
            var running = Interlocked.Increment(ref _running);
            _atOnce = Math.Max(_atOnce, running);
            var call = Interlocked.Increment(ref _calls);
            try
            {
                await Task.Delay(Takes, cancel);
                await (Waits && call == 1 ? _go.Task : Task.CompletedTask);
                return Throws && call == 1 ? throw new InvalidOperationException("a citizen's words") : new SweepCount(1, 0);
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        }

        public async Task UntilAsync(int calls)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (_calls < calls)
            {
                await Task.Delay(50, limit.Token);
            }
        }
    }
}
