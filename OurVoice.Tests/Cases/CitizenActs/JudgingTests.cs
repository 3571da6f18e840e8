using OurVoice.Cases;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Cases.CitizenActs;

public sealed class JudgingTests
{
    [Theory, EveryDatabase]
    public async Task No_goes_one_level_up_in_a_new_cycle_and_the_office_below_reads_no_more(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, window, id) = await AnsweredAsync(world);
        await world.JudgeAsync(id, Verdict.No);
        var now = await world.CaseAsync(id);
        Assert.Equal((CaseState.Reopened, 2, 1), (now.State, now.Cycle, now.Level));
        Assert.Equal(CaseWorld.Office(OfficeKind.DistrictOneWindow), await world.HolderAsync(id));
        Assert.Equal(MoveReason.NotSolved, Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id)).Reason);
        Assert.True(now.DueAt > world.Now.AddDays(9));
        await Desk.BreaksAsync("NotFound", () => world.NoteAsync(dara, id));
        await world.ReplyAsync(window, id);

        // Once more at the new level, where nobody is above.
        await world.JudgeAsync(id, Verdict.No);
        Assert.Equal((3, 1), ((await world.CaseAsync(id)).Cycle, (await world.CaseAsync(id)).Level));
        await world.ReplyAsync(window, id);
        await Desk.BreaksAsync("Rule_AlreadyJudged", () => world.JudgeAsync(id, Verdict.No));
    }

    [Fact]
    public async Task No_about_a_named_person_passes_over_an_office_with_somebody_of_that_name()
    {
        await using var world = await CaseWorld.StartAsync();
        var judge = await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        await world.JoinAsync("ដារា សុខ", OfficeKind.ProvincialOmbudsman);
        await world.JoinAsync("កែវ រតនា", OfficeKind.Ministry);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration), accused: "លោក សុខ ដារា");
        await world.ReplyAsync(judge, id);
        await world.JudgeAsync(id, Verdict.No);
        Assert.Equal(1, (await world.SweepAsync()).Done);
        Assert.Equal(OfficeIds.Ministry, await world.HolderAsync(id));
    }

    [Fact]
    public async Task No_needs_a_reason()
    {
        await using var world = await CaseWorld.StartAsync();
        var (_, _, id) = await AnsweredAsync(world);
        await Desk.BreaksAsync("Rule_ReasonNeeded", () => world.PublishAsync(new CitizenJudged(id, Verdict.No, MessageId: null, world.Citizen())));
    }

    [Fact]
    public async Task At_the_top_another_officer_has_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var first = await world.JoinAsync("កែវ រតនា", OfficeKind.Ministry);
        var id = await world.SendAsync(CaseKind.Support, OfficeIds.Ministry);
        await world.ClaimAsync(first, id);
        await world.ReplyAsync(first, id);
        await world.JudgeAsync(id, Verdict.No);
        var second = await world.JoinAsync("នួន ចិន្តា", OfficeKind.Ministry);
        await Desk.BreaksAsync("Rule_AnotherOfficer", () => world.ClaimAsync(first, id));
        await world.ClaimAsync(second, id);
        Assert.Equal((0, 2), ((await world.CaseAsync(id)).Level, (await world.CaseAsync(id)).Cycle));
    }

    [Fact]
    public async Task Partly_goes_back_to_the_same_office_once()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await AnsweredAsync(world);
        await world.JudgeAsync(id, Verdict.Partly);
        Assert.Equal(CaseWorld.Office(OfficeKind.CommuneAdministration), await world.HolderAsync(id));
        Assert.Equal((CaseState.Reopened, 2, 0), ((await world.CaseAsync(id)).State, (await world.CaseAsync(id)).Cycle, (await world.CaseAsync(id)).Level));
        await world.ReplyAsync(dara, id);
        await Desk.BreaksAsync("Rule_AlreadyJudged", () => world.JudgeAsync(id, Verdict.Partly));
        await world.JudgeAsync(id, Verdict.No);
        Assert.Equal(1, (await world.CaseAsync(id)).Level);
    }

    [Fact]
    public async Task Yes_closes_and_is_said_once()
    {
        await using var world = await CaseWorld.StartAsync();
        var (_, _, id) = await AnsweredAsync(world);
        await world.JudgeAsync(id, Verdict.Solved);
        var closed = await world.CaseAsync(id);
        Assert.Equal((CaseState.Closed, CaseOutcome.Solved, (DateTime?)null), (closed.State, closed.Outcome, closed.NextEventAt));
        await Desk.BreaksAsync("Rule_AlreadyJudged", () => world.JudgeAsync(id, Verdict.No));
    }

    [Fact]
    public async Task Nothing_is_judged_before_an_answer_or_after_thirty_days()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await Desk.BreaksAsync("Rule_NothingToJudge", () => world.JudgeAsync(id, Verdict.No));
        await world.CloseAsync(dara, id, CaseOutcome.NotSolved);
        world.Time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));
        await Desk.BreaksAsync("Rule_TooLateToJudge", () => world.JudgeAsync(id, Verdict.No));
    }

    [Fact]
    public async Task Two_verdicts_at_once_count_once()
    {
        await using var world = await CaseWorld.StartAsync();
        var (_, _, id) = await AnsweredAsync(world);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Record.ExceptionAsync(() => world.JudgeAsync(id, Verdict.No)))));
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.JudgedNo);
        Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id));
    }

    private static async Task<(Guid Dara, Guid Window, Guid Case)> AnsweredAsync(CaseWorld world)
    {
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var window = await world.JoinAsync("ហេង សុភាព", OfficeKind.DistrictOneWindow);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await world.ReplyAsync(dara, id);
        return (dara, window, id);
    }
}
