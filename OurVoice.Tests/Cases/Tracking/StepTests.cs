using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Recommend;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Architecture;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Tracking;

/// <summary>The citizen sees each step: what happened, why, where the case is now and on which day.</summary>
public sealed class StepTests
{
    private static readonly EntryKind[] Inside =
    [
        EntryKind.Claimed, EntryKind.Assigned, EntryKind.Noted, EntryKind.LateAnswered, EntryKind.Returned, EntryKind.Erased, EntryKind.NamedLater,
        EntryKind.Recused, EntryKind.Assessed, EntryKind.FollowedUp, EntryKind.StatementAnswered,
    ];

    [Fact]
    public void Every_step_has_its_sentence_in_both_languages()
    {
        var track = Texts.All.Single(t => t.Name == "TrackText");
        var plain = Enum.GetValues<EntryKind>().Except(Inside).Except([EntryKind.OutcomeNoted, EntryKind.DueMoved]).Select(k => $"Step_{k}");
        var reasons = Enum.GetValues<MoveReason>().Except([MoveReason.Conflict, MoveReason.HandedToTi]).Select(r => $"Step_{EntryKind.Climbed}_{r}");
        var outcomes = Enum.GetValues<AdviceOutcome>().Select(o => $"Step_{EntryKind.OutcomeNoted}_{o}");
        Assert.DoesNotContain(plain.Concat(reasons).Concat(outcomes), key => !track.Has(key));
    }

    [Fact]
    public async Task A_climb_says_why_where_to_and_the_true_day_and_is_told_to_who_asked()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var window = await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        await world.JoinAsync("លី សុវណ្ណ", ProvincialOneWindow);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration), told: Channel.Sms);
        var due = (await world.CaseAsync(id)).DueAt!.Value;
        world.MoveTo(due.AddDays(3)); // the sweep was late
        await world.SweepAsync();
        var late = (await TrackAsync(world, id)).Steps[^1];
        Assert.Equal(("Climbed_Overdue", PhnomPenh.DateOf(due), (await TrackAsync(world, id)).Office), (late.Code, late.On, late.Office));
        Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.CaseId == id), r => r.Template == Templates.CitizenNews);

        await world.ReplyAsync(window, id);
        await world.JudgeAsync(id, Verdict.No);
        var steps = (await TrackAsync(world, id)).Steps;
        Assert.Equal(["Climbed_Overdue", "Answered", "JudgedNo", "Climbed_NotSolved"], steps.TakeLast(4).Select(s => s.Code));
        Assert.Equal((await TrackAsync(world, id)).Office, steps[^1].Office);
    }

    [Fact]
    public async Task A_conflict_is_no_reason_that_is_told_and_the_top_of_the_ladder_says_that_it_is_late()
    {
        await using var world = await CaseWorld.StartAsync();
        var judge = await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        await world.JoinAsync("កែវ រតនា", Ministry);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        await world.RecuseAsync(judge, id);
        Assert.Equal("Climbed", (await TrackAsync(world, id)).Steps[^1].Code);
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        var late = (await TrackAsync(world, id)).Steps[^1];
        Assert.Equal(("TopOverdue", (await TrackAsync(world, id)).Office), (late.Code, late.Office));
    }

    private static async Task<CaseProgress> TrackAsync(CaseWorld world, Guid id) =>
        (await world.Host.Services.GetRequiredService<ICaseTracking>().FindAsync(id, Lang.Km, default))!;
}
