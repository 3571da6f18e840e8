using OurVoice.Cases;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Cases.CitizenActs;

public sealed class WithdrawalTests
{
    [Fact]
    public async Task A_withdrawn_case_is_gone_from_the_desk_and_comes_back_as_it_was()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await world.AcknowledgeAsync(dara, id);
        await world.PublishAsync(new SubmissionWithdrawn(id, world.Citizen()));
        await world.PublishAsync(new SubmissionWithdrawn(id, world.Citizen()));
        await Desk.BreaksAsync("NotFound", () => world.NoteAsync(dara, id));
        world.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, (await world.SweepAsync()).Done);

        await world.PublishAsync(new WithdrawalUndone(id, world.Citizen()));
        var back = await world.CaseAsync(id);
        Assert.Equal(CaseState.Acknowledged, back.State);
        Assert.True(back.DueAt > world.Now);
        await world.ReplyAsync(dara, id);
    }

    [Fact]
    public async Task Erasing_ends_the_case_for_good()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await world.WriteAsync<KeepDraft>(dara, id, (a, key, actor) => a.ExecuteAsync(new DraftForm(id, OurVoice.Cases.Presence.CaseField.Reply, 1, "ពាក្យ"), key, actor, default));
        await world.PublishAsync(new SubmissionWithdrawn(id, world.Citizen()));
        await world.PublishAsync(new SubmissionErased(id, world.Citizen()));
        await world.PublishAsync(new SubmissionErased(id, world.Citizen()));
        var erased = await world.CaseAsync(id);
        Assert.Equal((CaseOutcome.Withdrawn, (DateTime?)null), (erased.Outcome, erased.NextEventAt));
        Assert.Empty(await world.RowsAsync<OfficerDraft>(_ => true));
        await Desk.BreaksAsync("NotFound", () => world.PublishAsync(new WithdrawalUndone(id, world.Citizen())));
        world.Time.Advance(TimeSpan.FromDays(90));
        Assert.Equal(0, (await world.SweepAsync()).Done);
    }

    [Fact]
    public async Task What_a_citizen_of_a_confidential_case_does_counts_from_the_next_opening()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        var judge = await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        await world.JoinAsync("កែវ រតនា", OfficeKind.ProvincialOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration));
        world.Time.Advance(TimeSpan.FromDays(1)); // Tuesday 9:00
        await world.AskAsync(judge, id);
        world.Time.Advance(TimeSpan.FromHours(5)); // Tuesday 14:00
        var seen = await world.VersionAsync(id);
        await world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen()));

        // An officer who saves in between is not told by a refusal that the citizen has just written.
        Assert.Equal(seen, await world.VersionAsync(id));
        await world.ClaimAsync(judge, id, seen);
        var waiting = await world.CaseAsync(id);
        Assert.Equal(CaseState.WaitingForCitizen, waiting.State);
        Assert.Equal(new DateTime(2026, 6, 3, 0, 30, 0, DateTimeKind.Utc), waiting.NextEventAt); // Wednesday 7:30
        Assert.Single(await world.EntriesAsync(id), e => e.IsPending);
        Assert.Equal(0, (await world.SweepAsync()).Done);

        world.MoveTo(waiting.NextEventAt!.Value);
        Assert.Equal(1, (await world.SweepAsync()).Done);
        Assert.Equal(CaseState.InProgress, (await world.CaseAsync(id)).State);
        Assert.DoesNotContain(await world.EntriesAsync(id), e => e.IsPending);
        Assert.NotEqual(seen + 1, await world.VersionAsync(id));

        await world.ReplyAsync(judge, id);
        await world.JudgeAsync(id, Verdict.No);
        await Desk.BreaksAsync("Rule_AlreadyJudged", () => world.JudgeAsync(id, Verdict.Solved));
        Assert.Equal(0, (await world.CaseAsync(id)).Level);
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.SweepAsync();
        Assert.Equal(1, (await world.CaseAsync(id)).Level);
        Assert.Equal([EntryKind.JudgedNo, EntryKind.Climbed], (await world.EntriesAsync(id)).Select(e => e.Kind).TakeLast(2));
    }

    [Fact]
    public async Task A_message_sent_twice_is_one()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        var message = Guid.NewGuid();
        await world.PublishAsync(new CitizenReplied(id, message, world.Citizen()));
        await world.PublishAsync(new CitizenReplied(id, message, world.Citizen()));
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.CitizenWrote);
    }
}
