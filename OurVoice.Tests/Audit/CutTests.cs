using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Places;
using OurVoice.Web.Audit;
using OurVoice.Web.Audit.Cut;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Audit;

/// <summary>What has been kept ten years is cut off the beginning of a chain, and the chain is whole all the same.</summary>
public sealed class CutTests
{
    [Theory, EveryDatabase]
    public async Task Months_that_were_kept_ten_years_go_and_nothing_else_each_side_by_itself(string provider)
    {
        await using var world = await CutWorld.StartAsync(provider);
        Assert.Equal(new SweepCount(3, 0), await world.CutAsync());
        Assert.Equal("4 5 6 7c", await world.NumbersAsync());
        Assert.Equal("1 2 3 4 5 6", await world.TiNumbersAsync());
        var (exit, said) = await world.Audit.VerifyAsync();
        Assert.True(exit == 0, said);
        Assert.Contains("gov: 4 rows, the first of them row 4: those before it had been kept their time and were cut off on 2036-02-09; ", said, StringComparison.Ordinal);
        Assert.Contains("1 rows are younger", said, StringComparison.Ordinal);
        Assert.Contains("ti: 6 rows; ", said, StringComparison.Ordinal);
        Assert.Equal(new SweepCount(3, 0), await world.CutTiAsync());
        Assert.Equal("4 5 6 7", await world.TiNumbersAsync());
        await world.Audit.OpenAsync(world.Audit.Dara, 1);
        await world.Audit.HeadAsync();
        Assert.Equal(0, (await world.Audit.VerifyAsync()).Exit);
    }

    [Fact]
    public async Task Done_twice_it_changes_nothing_and_a_month_later_it_goes_on()
    {
        await using var world = await CutWorld.StartAsync();
        await world.CutAsync();
        var lines = await world.LinesAsync();
        Assert.Equal(default, await world.CutAsync());
        Assert.Equal("4 5 6 7c", await world.NumbersAsync());
        Assert.Equal(lines, await world.LinesAsync());
        Assert.Equal(new SweepCount(1, 0), await world.Audit.HeadAsync());
        Assert.Equal(default, await world.Audit.HeadAsync());
        Assert.Equal(lines.Length + 1, (await world.LinesAsync()).Length);
        world.Time.MoveTo(FakeTime.At(2036, 2, 29, 23).GetUtcNow());
        Assert.Equal(default, await world.CutAsync());
        world.Time.MoveTo(FakeTime.At(2036, 3, 1, 0).GetUtcNow());
        Assert.Equal(new SweepCount(3, 0), await world.CutAsync());
        Assert.Equal("7c 8c", await world.NumbersAsync());
        await world.IsWholeAsync();
        world.Time.MoveTo(FakeTime.At(2046, 4, 1, 0).GetUtcNow());
        Assert.Equal(new SweepCount(2, 0), await world.CutAsync());
        Assert.Equal("9c", await world.NumbersAsync());
        await world.Audit.HeadAsync();
        await world.IsWholeAsync();
    }

    [Fact]
    public async Task Many_rows_go_in_pieces_each_with_its_mark()
    {
        await using var world = await CutWorld.StartAsync();
        Assert.Equal(new SweepCount(3, 0), await world.CutAsync(world.Tools with { AtOnce = 2 }));
        Assert.Equal("4 5 6 7c 8c", await world.NumbersAsync());
        Assert.Equal(["2 2 ", "2 3 "], (await world.LinesAsync())[^2..].Select(l => l[..4]));
        await world.IsWholeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_between_mark_and_commit_it_is_whole_and_the_next_run_goes_on_from_the_mark(bool inside)
    {
        await using var world = await CutWorld.StartAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => world.CutAsync(world.Tools with { Runner = new Killed(world.Audit.Host.Runner, inside) }));
        Assert.Equal("1 2 3 4 5 6", await world.NumbersAsync());
        Assert.Equal(3, (await world.LinesAsync()).Length);
        await world.IsWholeAsync();
        await world.Audit.HeadAsync();
        await world.IsWholeAsync();
        Assert.Equal(new SweepCount(3, 0), await world.CutAsync());
        Assert.Equal("4 5 6 7c", await world.NumbersAsync());
        Assert.Single(await world.LinesAsync(), l => l.StartsWith("2 ", StringComparison.Ordinal));
        await world.IsWholeAsync();
    }

    [Theory, EveryDatabase]
    public async Task Two_nodes_at_once_cut_once(string provider)
    {
        await using var world = await CutWorld.StartAsync(provider);
        var host = world.Audit.Host;
        await using var second = new TestHost(host.Provider, host.Folder, host.ConnectionString, ownsFolder: false) { Time = world.Time };
        var other = new GovernmentCutSweep(second.Services.GetRequiredService<CutTools>(), NullLogger<GovernmentCutSweep>.Instance);
        var counts = await Task.WhenAll(Task.Run(() => world.CutAsync()), Task.Run(() => other.RunAsync(default)), Task.Run(() => world.Audit.OpenAsync(world.Audit.Dara, 5)).ContinueWith(_ => default(SweepCount), TaskScheduler.Default));
        Assert.Equal(new SweepCount(3, 0), counts[0] + counts[1]);
        var rows = await world.Audit.RowsAsync();
        Assert.Equal(Enumerable.Range(4, 9).Select(i => (long)i), rows.Select(r => r.Sequence));
        Assert.Single(rows, r => r.Act == AuditAct.AuditCut);
        await world.Audit.HeadAsync();
        await world.IsWholeAsync();
    }

    [Fact]
    public async Task Once_its_rows_are_cut_off_the_master_key_of_their_time_can_go()
    {
        await using var world = await CutWorld.StartAsync(between: w => new MasterKeyFolder(Path.Combine(w.Audit.Host.Folder, "keys")).Create(Side.Government, 2, FakeTime.At(2026, 2, 1, 0).GetUtcNow().UtcDateTime));
        var old = world.Audit.Host.Services.GetRequiredService<MasterKeys>().All.Single(k => k is { Side: Side.Government, Number: 1 });
        Assert.Equal(1, (await world.Audit.Host.CallAsync("keys retire", old.Id.ToString())).Exit);
        await world.CutAsync();
        var (exit, said) = await world.Audit.Host.CallAsync("keys retire", old.Id.ToString());
        Assert.True(exit == 0, said);
        var host = world.Audit.Host;
        await using var later = new TestHost(host.Provider, host.Folder, host.ConnectionString, ownsFolder: false) { Time = world.Time };
        (exit, said) = await HostVerbCalls.CallAsync(later, "audit verify", "gov");
        Assert.True(exit == 0, said);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("ten")]
    [InlineData("-3")]
    public void Years_that_are_none_stop_the_start_with_a_sentence(string years)
    {
        var wrong = Assert.Throws<SettingWrong>(() => Read(years));
        Assert.Contains($"OurVoice:Audit:KeepYears is '{years}'", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_word_it_is_ten_years() => Assert.Equal((10, 10, 3), (Read(years: null).KeepYears, Read("").KeepYears, Read("3").KeepYears));

    private static AuditSettings Read(string? years)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal) { [AuditSettings.KeepYearsName] = years };
        return AuditSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), Path.GetTempPath());
    }

    private sealed class Killed(IRunner runner, bool inside) : IRunner
    {
        public async Task<TResult> RunAsync<TAction, TResult>(Actor actor, Func<TAction, Task<TResult>> act, CancellationToken cancel)
            where TAction : class, IAction
        {
            if (inside)
            {
                await runner.RunAsync<TAction, TResult>(actor, async a => await act(a) is null ? default! : throw new OperationCanceledException(), cancel);
            }

            throw new OperationCanceledException();
        }

        public Task RunAsync<TAction>(Actor actor, Func<TAction, Task> act, CancellationToken cancel)
            where TAction : class, IAction => throw new OperationCanceledException();
    }
}
