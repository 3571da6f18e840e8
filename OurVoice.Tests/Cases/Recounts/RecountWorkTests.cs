using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Recounts;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Cases.Recounts;

/// <summary>Killed in the middle, run twice at once, changed again while it runs, one that fails: each case ends counted once.</summary>
public sealed class RecountWorkTests
{
    private const int Cases = SweepGovernmentRecounts.Turn + 20;

    [Theory, EveryDatabase]
    public async Task Killed_in_a_turn_and_run_twice_at_once_each_case_moves_once(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        await ManyAsync(world, 12);
        await RecountWorld.HolidayAsync(world, "2026-06-04");
        using (var killed = new CancellationTokenSource())
        {
            var work = new Killer(killed, after: 5);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sweep(world, work).RunAsync(killed.Token));
        }

        Assert.InRange((await MovedAsync(world)).Count, 1, 11);
        Assert.Null(Assert.Single(await world.RowsAsync<Recount>(_ => true)).EndedAt);
        await Task.WhenAll(RecountWorld.One<SweepGovernmentRecounts>(world).RunAsync(default), RecountWorld.One<SweepGovernmentRecounts>(world).RunAsync(default));
        var moved = await MovedAsync(world);
        Assert.Equal((12, 12), (moved.Count, moved.Distinct().Count()));
        var done = Assert.Single(await world.RowsAsync<Recount>(_ => true));
        Assert.Equal((12, true), (done.Looked, done.EndedAt is not null));

        // A node that is late with its turn notes nothing.
        var (actor, late) = (Actor.System(world.Time), new Recount { Id = done.Id });
        await world.Host.Runner.RunAsync<PassRecount>(actor, a => a.ExecuteAsync(late, 12, 12, Guid.NewGuid(), actor, default), default);
        await world.Host.Runner.RunAsync<PassRecount>(actor, a => a.ExecuteAsync(done, 12, 12, Guid.NewGuid(), actor, default), default);
        Assert.Equivalent(done, Assert.Single(await world.RowsAsync<Recount>(_ => true)));
    }

    [Fact]
    public async Task A_change_of_all_offices_ends_the_recount_of_one()
    {
        await using var world = await CaseWorld.StartAsync();
        await RecountWorld.ChangedAsync(world, CalendarCause.OfficeHours, OfficeIds.Ministry);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await RecountWorld.ChangedAsync(world, CalendarCause.Holidays);
        Assert.Equal([true, false], (await world.RowsAsync<Recount>(_ => true)).OrderBy(r => r.AskedAt).Select(r => r.EndedAt is not null));
    }

    [Fact]
    public async Task Another_nodes_turn_is_not_counted_twice()
    {
        await using var world = await CaseWorld.StartAsync();
        await RecountWorld.ChangedAsync(world, CalendarCause.Holidays);
        var (actor, asked) = (Actor.System(world.Time), Assert.Single(await world.RowsAsync<Recount>(_ => true)));
        for (var node = 0; node < 2; node++)
        {
            await world.Host.Runner.RunAsync<PassRecount>(actor, a => a.ExecuteAsync(asked, 200, 100, new Guid("00000000-0000-0000-0000-000000000001"), actor, default), default);
        }

        Assert.Equal(100, Assert.Single(await world.RowsAsync<Recount>(_ => true)).Looked);
    }

    [Fact]
    public async Task It_goes_on_turn_by_turn_and_a_change_meanwhile_begins_afresh()
    {
        await using var world = await CaseWorld.StartAsync();
        await ManyAsync(world, Cases);
        await RecountWorld.HolidayAsync(world, "2026-06-04");
        var pass = new Killer(new CancellationTokenSource(), after: SweepGovernmentRecounts.Turn + 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sweep(world, pass).RunAsync(pass.Token));
        var first = Assert.Single(await world.RowsAsync<Recount>(_ => true));
        Assert.Equal((Cases, SweepGovernmentRecounts.Turn), (first.Total, first.Looked));
        var recounts = world.Host.Services.GetRequiredService<IRecounts>();
        Assert.Equal(83, (await recounts.LatestAsync(Side.Government, default))!.Percent); // 100 of 120

        world.Time.Advance(TimeSpan.FromMinutes(1));
        await RecountWorld.HolidayAsync(world, "2026-06-05");
        await RecountWorld.SweepAsync(world);
        var all = await world.RowsAsync<Recount>(_ => true);
        Assert.All(all, r => Assert.NotNull(r.EndedAt));
        Assert.Equal([SweepGovernmentRecounts.Turn, Cases], all.OrderBy(r => r.AskedAt).Select(r => r.Looked));
        Assert.Single((await world.RowsAsync<Case>(_ => true)).Select(c => c.DueAt).Distinct());
    }

    [Fact]
    public async Task One_that_fails_is_left_and_stops_no_other()
    {
        await using var world = await CaseWorld.StartAsync();
        await ManyAsync(world, 3);
        var sick = (await world.RowsAsync<Case>(_ => true)).MinBy(c => c.Id)!.Id;
        await using (var db = world.Host.Read())
        {
            await db.Set<CaseOffice>().Where(o => o.CaseId == sick).ExecuteDeleteAsync();
        }

        await RecountWorld.HolidayAsync(world, "2026-06-04");
        Assert.Equal(new SweepCount(2, 1), await RecountWorld.SweepAsync(world));
        Assert.DoesNotContain(sick, await MovedAsync(world));
        Assert.Equal(default, await RecountWorld.SweepAsync(world));
    }

    [Fact]
    public async Task The_same_change_announced_twice_is_one_recount_on_each_side()
    {
        await using var world = await CaseWorld.StartAsync();
        var change = Guid.NewGuid();
        await RecountWorld.ChangedAsync(world, CalendarCause.Holidays, change: change);
        await RecountWorld.ChangedAsync(world, CalendarCause.Holidays, change: change);
        Assert.Equal(change, Assert.Single(await world.RowsAsync<Recount>(_ => true)).Id);
        Assert.Equal(change, Assert.Single(await world.RowsAsync<TiRecount>(_ => true)).Id);
        await RecountWorld.SweepAsync(world);
        Assert.Equal(100, (await world.Host.Services.GetRequiredService<IRecounts>().LatestAsync(Side.Ti, default))!.Percent);
    }

    [Fact]
    public async Task Each_side_counts_its_own_cases_and_its_progress_says_nothing_of_the_others()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("ម៉ៅ សុខា", OfficeIds.TransparencyInternational);
        var ti = await world.SendAsync(CaseKind.Corruption, side: Side.Ti);
        var before = (await world.CaseAsync(ti)).NextEventAt;
        await RecountWorld.HolidayAsync(world, "2026-06-02");
        Assert.Equal(default, await RecountWorld.One<SweepGovernmentRecounts>(world).RunAsync(default));
        var own = Assert.Single(await world.RowsAsync<Recount>(_ => true));
        Assert.Equal((0, 0), (own.Total, own.Looked));
        Assert.Equal(before, (await world.CaseAsync(ti)).NextEventAt);
        Assert.Equal(new SweepCount(1, 0), await RecountWorld.One<SweepTiRecounts>(world).RunAsync(default));
        Assert.True((await world.CaseAsync(ti)).NextEventAt > before);
    }

    [Fact]
    public async Task Hours_of_another_office_do_not_end_a_recount_of_all()
    {
        await using var world = await CaseWorld.StartAsync();
        await ManyAsync(world, 1);
        await RecountWorld.HolidayAsync(world, "2026-06-04");
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await RecountWorld.ChangedAsync(world, CalendarCause.OfficeHours, OfficeIds.Ministry);
        Assert.All(await world.RowsAsync<Recount>(_ => true), r => Assert.Null(r.EndedAt));
        Assert.Equal(1, (await RecountWorld.SweepAsync(world)).Done);
        Assert.Single(await MovedAsync(world));
    }

    private static async Task ManyAsync(CaseWorld world, int count)
    {
        await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        for (var i = 0; i < count; i++)
        {
            await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        }
    }

    private static async Task<List<Guid>> MovedAsync(CaseWorld world) =>
        [.. (await world.RowsAsync<Entry>(e => e.Kind == EntryKind.DueMoved)).Select(e => e.CaseId)];

    private static SweepGovernmentRecounts Sweep(CaseWorld world, IRunner runner)
    {
        ((Killer)runner).Inner = world.Host.Runner;
        return ActivatorUtilities.CreateInstance<SweepGovernmentRecounts>(world.Host.Services, runner);
    }

    /// <summary>The process dies before so-and-so-many-plus-one transactions.</summary>
    private sealed class Killer(CancellationTokenSource source, int after) : IRunner
    {
        private int _done;

        public IRunner Inner { get; set; } = default!;

        public CancellationToken Token => source.Token;

        public Task RunAsync<TAction>(Actor actor, Func<TAction, Task> act, CancellationToken cancel)
            where TAction : class, IAction
        {
            Count();
            return Inner.RunAsync(actor, act, cancel);
        }

        public Task<TResult> RunAsync<TAction, TResult>(Actor actor, Func<TAction, Task<TResult>> act, CancellationToken cancel)
            where TAction : class, IAction
        {
            Count();
            return Inner.RunAsync(actor, act, cancel);
        }

        private void Count()
        {
            if (++_done > after)
            {
                source.Cancel();
                source.Token.ThrowIfCancellationRequested();
            }
        }
    }
}
