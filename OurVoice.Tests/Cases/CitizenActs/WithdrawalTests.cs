using OurVoice.Cases;
using OurVoice.Cases.Clock;
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
    public async Task Withdrawn_undone_and_withdrawn_again_stays_withdrawn()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        var judge = await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration));
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.AcknowledgeAsync(judge, id);
        await world.PublishAsync(new SubmissionWithdrawn(id, world.Citizen()));
        await world.PublishAsync(new WithdrawalUndone(id, world.Citizen()));
        await world.PublishAsync(new SubmissionWithdrawn(id, world.Citizen()));
        world.Time.Advance(TimeSpan.FromDays(3));
        await world.SweepAsync();
        Assert.NotNull((await world.CaseAsync(id)).WithdrawnAt);
        await Desk.BreaksAsync("NotFound", () => world.NoteAsync(judge, id));
        await world.PublishAsync(new WithdrawalUndone(id, world.Citizen()));
        world.Time.Advance(TimeSpan.FromDays(3));
        await world.SweepAsync();
        Assert.Null((await world.CaseAsync(id)).WithdrawnAt);
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

        // The new period starts when the "no" counted, and nobody is blamed for the sweep's delay.
        var again = Assert.Single(await world.RowsAsync<ClockSegment>(s => s.CaseId == id && s.Cycle == 2));
        Assert.Equal(((await world.EntriesAsync(id))[^2].At, world.Now), (again.From, again.ListedAt));
    }

    [Fact]
    public async Task A_confidential_case_keeps_no_instant_of_its_withdrawal()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration));
        world.Time.Advance(new TimeSpan(1, 5, 13, 17)); // Tuesday 14:13
        var withdrawn = world.Now;
        await world.PublishAsync(new SubmissionWithdrawn(id, world.Citizen()));
        world.Time.Advance(new TimeSpan(1, 1, 11, 19));
        var undone = world.Now;
        await world.PublishAsync(new WithdrawalUndone(id, world.Citizen()));
        var stored = await InstantsAsync(world, id);
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.SweepAsync();
        Assert.Null((await world.CaseAsync(id)).WithdrawnAt);
        stored.AddRange(await InstantsAsync(world, id));
        Assert.NotEmpty(stored);
        Assert.DoesNotContain(stored, at => at == withdrawn || at == undone);
    }

    [Fact]
    public async Task What_waits_when_the_case_is_withdrawn_counts_after_the_withdrawal_is_undone()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        var judge = await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration));
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.AskAsync(judge, id);
        await world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen()));
        await world.PublishAsync(new SubmissionWithdrawn(id, world.Citizen()));
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (await world.SweepAsync()).Done);

        await world.PublishAsync(new WithdrawalUndone(id, world.Citizen()));
        Assert.Equal(0, (await world.SweepAsync()).Done);
        Assert.Equal(CaseState.Withdrawn, (await world.CaseAsync(id)).State);
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await world.SweepAsync()).Done);
        Assert.Equal(CaseState.InProgress, (await world.CaseAsync(id)).State);
        Assert.Equal([EntryKind.Withdrawn, EntryKind.WithdrawalUndone, EntryKind.CitizenWrote], (await world.EntriesAsync(id)).Select(e => e.Kind).TakeLast(3));
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

    private static async Task<List<DateTime>> InstantsAsync(CaseWorld world, Guid id)
    {
        object[] rows =
        [
            await world.CaseAsync(id), .. await world.EntriesAsync(id), .. await world.RowsAsync<ClockSegment>(s => s.CaseId == id),
            .. await world.RowsAsync<CaseOffice>(o => o.CaseId == id),
        ];
        return [.. rows.SelectMany(r => r.GetType().GetProperties().Select(p => p.GetValue(r))).OfType<DateTime>()];
    }
}
