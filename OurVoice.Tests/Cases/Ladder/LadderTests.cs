using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Cases.Ladder;

public sealed class LadderTests
{
    [Theory, EveryDatabase]
    public async Task An_overdue_case_stands_one_level_higher_once(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, window, id) = await CommuneAndDistrictAsync(world);
        var due = (await world.CaseAsync(id)).DueAt!.Value;

        await world.SweepAsync();
        Assert.Equal(0, (await world.CaseAsync(id)).Level);

        world.MoveTo(due.AddSeconds(30));
        Assert.Equal(1, (await world.SweepAsync()).Done);
        await world.SweepAsync();
        var climbed = await world.CaseAsync(id);
        Assert.Equal((1, CaseState.Received, 1), (climbed.Level, climbed.State, climbed.Cycle));
        Assert.Equal(CaseWorld.Office(OfficeKind.DistrictOneWindow), await world.HolderAsync(id));
        var move = Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id));
        Assert.Equal((due, MoveReason.Overdue), (move.At, move.Reason));
        Assert.Equal(due, Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.Climbed).At);
        Assert.True(climbed.NextEventAt > world.Now);

        // The late office reads what it had and owes its answer; it does not work the case.
        await world.NoteAsync(dara, id, "យើងយឺត។");
        await Desk.BreaksAsync("NotFound", () => world.ReplyAsync(dara, id));
        Assert.Equal(EntryKind.LateAnswered, (await world.EntriesAsync(id))[^1].Kind);
        await world.AcknowledgeAsync(window, id);
    }

    [Fact]
    public async Task After_an_outage_no_office_is_blamed_for_time_in_which_it_did_not_have_the_case()
    {
        await using var world = await CaseWorld.StartAsync();
        var (_, _, id) = await CommuneAndDistrictAsync(world);
        await world.JoinAsync("កែវ រតនា", OfficeKind.ProvincialOneWindow);
        var due = (await world.CaseAsync(id)).DueAt!.Value;
        world.MoveTo(due.AddDays(28));
        await world.SweepAsync();
        var climbed = await world.CaseAsync(id);
        Assert.Equal(1, climbed.Level);
        Assert.Equal(due, Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id)).At);
        Assert.Equal(world.Now.AddDays(2), climbed.DueAt); // Monday to Wednesday: two working days in the list
        world.MoveTo(climbed.DueAt!.Value);
        await world.SweepAsync();
        Assert.Equal(2, (await world.CaseAsync(id)).Level);
    }

    [Fact]
    public async Task At_the_top_it_stays_and_the_sweep_comes_to_rest()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("កែវ រតនា", OfficeKind.Ministry);
        var id = await world.SendAsync(CaseKind.Support, OfficeIds.Ministry);
        world.Time.Advance(TimeSpan.FromDays(90));
        Assert.Equal(new SweepCount(1, 0), await world.SweepAsync());
        Assert.Equal(default, await world.SweepAsync());
        var stuck = await world.CaseAsync(id);
        Assert.Equal(0, stuck.Level);
        Assert.Null(stuck.NextEventAt);
        Assert.Equal(2, (await world.EntriesAsync(id)).Count(e => e.Kind == EntryKind.TopOverdue)); // the answer and the close
    }

    [Fact]
    public async Task While_nobody_is_above_it_is_tried_again_every_working_day()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        var due = (await world.CaseAsync(id)).DueAt!.Value;
        world.MoveTo(due);
        Assert.Equal(new SweepCount(1, 0), await world.SweepAsync());
        Assert.Equal(default, await world.SweepAsync());
        var stuck = await world.CaseAsync(id);
        Assert.Equal(0, stuck.Level);
        Assert.InRange(stuck.NextEventAt!.Value, due.AddMinutes(1), due.AddDays(4));
        Assert.DoesNotContain(await world.EntriesAsync(id), e => e.Kind == EntryKind.TopOverdue);
        await world.NoteAsync(dara, id);

        await world.JoinAsync("ហេង សុភាព", OfficeKind.DistrictOneWindow);
        world.MoveTo(stuck.NextEventAt!.Value);
        await world.SweepAsync();
        Assert.Equal(CaseWorld.Office(OfficeKind.DistrictOneWindow), await world.HolderAsync(id));
        Assert.Equal(due, Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id)).At);
    }

    [Fact]
    public async Task An_office_without_anybody_is_passed_over()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        await world.JoinAsync("កែវ រតនា", OfficeKind.Ministry);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        Assert.Equal(OfficeIds.Ministry, await world.HolderAsync(id));
        Assert.Equal(1, (await world.CaseAsync(id)).Level);
    }

    [Fact]
    public async Task The_conflict_rule_holds_at_every_rung()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        await world.JoinAsync("ដារា សុខ", OfficeKind.ProvincialOmbudsman);
        await world.JoinAsync("កែវ រតនា", OfficeKind.Ministry);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration), accused: "លោក សុខ ដារា");
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        Assert.Equal(OfficeIds.Ministry, await world.HolderAsync(id));
    }

    [Theory, EveryDatabase]
    public async Task A_poisoned_case_is_set_aside_and_the_others_go_on(string provider)
    {
        var poison = new Poison();
        await using var world = await CaseWorld.StartAsync(provider, also: s => s.AddSingleton<INotificationHandler<CaseMovedUp>>(poison));
        var (_, _, good) = await CommuneAndDistrictAsync(world);
        poison.Case = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        world.MoveTo((await world.CaseAsync(good)).DueAt!.Value);
        Assert.Equal(new SweepCount(1, 1), await world.SweepAsync());
        Assert.Equal(1, (await world.CaseAsync(good)).Level);
        var aside = await world.CaseAsync(poison.Case);
        Assert.Equal((0, 1), (aside.Level, aside.Failures));
        Assert.Empty(await world.RowsAsync<Move>(m => m.CaseId == poison.Case));

        poison.Case = Guid.Empty;
        Assert.Equal(default, await world.SweepAsync());
        world.Time.Advance(SetAside.For);
        Assert.Equal(1, (await world.SweepAsync()).Done);
        Assert.Equal(1, (await world.CaseAsync(aside.Id)).Level);
    }

    [Theory, EveryDatabase]
    public async Task Four_sweeps_at_once_move_each_case_once(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        await CommuneAndDistrictAsync(world);
        for (var i = 0; i < 11; i++)
        {
            await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        }

        world.Time.Advance(TimeSpan.FromDays(15));
        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(world.SweepAsync)));
        Assert.Equal(new SweepCount(12, 0), counts.Aggregate((a, b) => a + b));
        var moves = await world.RowsAsync<Move>(_ => true);
        Assert.Equal(12, moves.Count);
        Assert.All(await world.RowsAsync<Case>(_ => true), c => Assert.Equal(1, c.Level));
        Assert.Equal(12, (await world.RowsAsync<CaseOffice>(o => o.Part == Part.Holds && o.To == null)).Count);
    }

    private static async Task<(Guid Dara, Guid Window, Guid Case)> CommuneAndDistrictAsync(CaseWorld world) => (
        await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration),
        await world.JoinAsync("ហេង សុភាព", OfficeKind.DistrictOneWindow),
        await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration)));

    private sealed class Poison : INotificationHandler<CaseMovedUp>
    {
        public Guid Case { get; set; }

        public Task Handle(CaseMovedUp notification, CancellationToken cancellationToken) =>
            notification.CaseId == Case ? throw new InvalidOperationException("poison") : Task.CompletedTask;
    }
}
