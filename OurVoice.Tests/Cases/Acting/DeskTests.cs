using MediatR;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Assign;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Cases.Ti;

namespace OurVoice.Tests.Cases.Acting;

public sealed class DeskTests
{
    [Theory, EveryDatabase]
    public async Task Two_officers_take_a_case_at_once_and_one_of_them_has_it(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, bopha, id) = await TwoOfficersAsync(world);
        var version = await world.VersionAsync(id);
        var tries = await Task.WhenAll(
            Record.ExceptionAsync(() => world.ClaimAsync(dara, id, version)),
            Record.ExceptionAsync(() => world.ClaimAsync(bopha, id, version)));
        Assert.Equal("Rule_ChangedMeanwhile", Assert.IsType<RuleBroken>(Assert.Single(tries, t => t is not null)).Rule);
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.Claimed);
        Assert.NotNull((await world.CaseAsync(id)).AssignedTo);
    }

    [Fact]
    public async Task A_taken_case_cannot_be_taken_again()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, bopha, id) = await TwoOfficersAsync(world);
        await world.ClaimAsync(dara, id);
        await Desk.BreaksAsync("Rule_AlreadyTaken", () => world.ClaimAsync(bopha, id));
        Assert.Equal(dara, (await world.CaseAsync(id)).AssignedTo);
    }

    [Fact]
    public async Task The_head_assigns_to_a_member_and_nobody_else_may()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, bopha, id) = await TwoOfficersAsync(world);
        var head = await world.JoinAsync("ចាន់ សុភ័ក្ត្រ", OfficeKind.CommuneAdministration, MemberRole.Head);
        var stranger = await world.JoinAsync("លី ម៉ារី", OfficeKind.HealthCentre);
        Task Assign(Guid who, Guid? to) => AssignAsync(world, who, id, to);
        await Desk.BreaksAsync("Rule_OnlyHead", () => Assign(dara, bopha));
        await Desk.BreaksAsync("Rule_CannotTakeIt", () => Assign(head, stranger));
        await Desk.BreaksAsync("NotFound", () => Assign(stranger, stranger));
        await Assign(head, bopha);
        Assert.Equal(bopha, (await world.CaseAsync(id)).AssignedTo);
        await Assign(head, null);
        Assert.Null((await world.CaseAsync(id)).AssignedTo);
    }

    [Fact]
    public async Task A_question_stops_the_clock_and_the_answer_lets_it_go_on()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await TwoOfficersAsync(world);
        var due = (await world.CaseAsync(id)).DueAt;
        await world.AskAsync(dara, id);
        Assert.Equal(CaseState.WaitingForCitizen, (await world.CaseAsync(id)).State);
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.PublishAsync(new OurVoice.Contracts.Intake.CitizenReplied(id, Guid.NewGuid(), world.Citizen()));
        var now = await world.CaseAsync(id);
        Assert.Equal(CaseState.InProgress, now.State);
        Assert.Equal(due!.Value.AddDays(1), now.DueAt); // Monday 9:00 became Tuesday 9:00
        Assert.Equal(due, now.PromisedDueAt);
    }

    [Fact]
    public async Task Words_are_sealed_and_open_with_the_cases_key_only()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await TwoOfficersAsync(world);
        await world.ReplyAsync(dara, id, "សូមមកថ្ងៃចន្ទ។");
        var entry = (await world.EntriesAsync(id))[^1];
        Assert.True(entry.Words.AsSpan().IndexOf("សូម"u8) < 0);
        using var key = await world.Host.Services.GetRequiredService<ICaseKeys>().FindAsync(id, default);
        Assert.Equal("សូមមកថ្ងៃចន្ទ។", key!.Open(Entry.WordsAt(id, entry.Id), entry.Words));
    }

    [Theory]
    [InlineData("", "Rule_Empty")]
    [InlineData("\u200B\u200B \u200D", "Rule_Empty")]
    [InlineData(null, "Rule_TooLong")]
    public async Task Bad_words_are_refused_and_nothing_is_written(string? words, string rule)
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await TwoOfficersAsync(world);
        var version = await world.VersionAsync(id);
        var typed = words ?? string.Concat(Enumerable.Repeat("ក", 4_001));
        await Desk.BreaksAsync(rule, () => world.ReplyAsync(dara, id, typed));
        await Desk.BreaksAsync(rule, () => world.AskAsync(dara, id, typed));
        await Desk.BreaksAsync(rule, () => world.NoteAsync(dara, id, typed));
        await Desk.BreaksAsync(rule, () => world.ReferAsync(dara, id, words: typed));
        await Desk.BreaksAsync(rule, () => world.CloseAsync(dara, id, words: typed));
        Assert.Equal(version, await world.VersionAsync(id));
        Assert.Single(await world.EntriesAsync(id));
    }

    [Fact]
    public async Task The_same_request_twice_is_one_act()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await TwoOfficersAsync(world);
        var request = Guid.NewGuid();
        var version = await world.VersionAsync(id);
        await world.ReplyAsync(dara, id, version: version, request: request);
        await world.ReplyAsync(dara, id, version: version, request: request);
        var note = Guid.NewGuid();
        await world.NoteAsync(dara, id, request: note);
        await world.NoteAsync(dara, id, request: note);
        Assert.Equal([EntryKind.Received, EntryKind.Answered, EntryKind.Noted], (await world.EntriesAsync(id)).Select(e => e.Kind));
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, bopha, id) = await TwoOfficersAsync(world);
        var seen = await world.VersionAsync(id);
        await world.ReplyAsync(dara, id, isAnswer: false);
        await Desk.BreaksAsync("Rule_ChangedMeanwhile", () => world.ReplyAsync(bopha, id, version: seen));
        await Desk.BreaksAsync("Rule_ChangedMeanwhile", () => world.AskAsync(bopha, id, version: seen));
        await Desk.BreaksAsync("Rule_ChangedMeanwhile", () => world.CloseAsync(bopha, id, version: seen));
        await Desk.BreaksAsync("Rule_ChangedMeanwhile", () => world.AcknowledgeAsync(bopha, id, version: seen));
    }

    [Fact]
    public async Task Not_ours_cannot_be_said_without_naming_whose()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await TwoOfficersAsync(world);
        await Desk.BreaksAsync("Rule_NameTheBody", () => world.CloseAsync(dara, id, CaseOutcome.NotWithinMandate));
        await Desk.BreaksAsync("Rule_NameTheBody", () => world.CloseAsync(dara, id, CaseOutcome.NotWithinMandate, "nobody"));
        await Desk.BreaksAsync("Rule_NameTheBody", () => world.CloseAsync(dara, id, CaseOutcome.NotWithinMandate, "other", "\u200B"));
        await Desk.BreaksAsync("Rule_NameTheBody", () => world.ReferAsync(dara, id, ""));
        await Desk.BreaksAsync("Rule_OnlyTi", () => world.DeclineAsync(dara, id));
        foreach (var outcome in new[] { CaseOutcome.Withdrawn, CaseOutcome.Declined, (CaseOutcome)99 })
        {
            await Desk.BreaksAsync("Rule_Outcome", () => world.CloseAsync(dara, id, outcome, "court"));
        }

        await world.CloseAsync(dara, id, CaseOutcome.NotWithinMandate, "other", "វត្តបូ");
        var closed = await world.CaseAsync(id);
        Assert.Equal((CaseState.Closed, CaseOutcome.NotWithinMandate, "other"), (closed.State, closed.Outcome, closed.ReferredTo));
        Assert.Null(closed.DueAt);
        Assert.Null(closed.NextEventAt);
        await Desk.BreaksAsync("Rule_AlreadyClosed", () => world.ReplyAsync(dara, id));

        // Whose it was said to be before the reopening names nobody now.
        await world.ReopenAsync(dara, id);
        await Desk.BreaksAsync("Rule_NameTheBody", () => world.CloseAsync(dara, id, CaseOutcome.NotWithinMandate));
    }

    [Fact]
    public async Task A_reopening_is_a_new_cycle_with_a_new_deadline()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await TwoOfficersAsync(world);
        var first = (await world.CaseAsync(id)).DueAt;
        await Desk.BreaksAsync("Rule_NotClosed", () => world.ReopenAsync(dara, id));
        await world.CloseAsync(dara, id);
        world.Time.Advance(TimeSpan.FromDays(28));
        await world.ReopenAsync(dara, id);
        var again = await world.CaseAsync(id);
        Assert.Equal((CaseState.Reopened, 2, (CaseOutcome?)null), (again.State, again.Cycle, again.Outcome));
        Assert.True(again.DueAt > first && again.NextEventAt > world.Now);
    }

    [Fact]
    public async Task A_fee_is_asked_once_and_for_information_only()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await TwoOfficersAsync(world, CaseKind.Information);
        await Desk.BreaksAsync("Rule_FeeAmount", () => world.AskFeeAsync(dara, id, 0));
        await world.AskFeeAsync(dara, id);
        await Desk.BreaksAsync("Rule_FeeAlreadyAsked", () => world.AskFeeAsync(dara, id));
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.PublishAsync(new OurVoice.Contracts.Intake.FeeAccepted(id, world.Citizen()));
        var accepted = await world.CaseAsync(id);
        Assert.Equal((CaseState.InProgress, true), (accepted.State, accepted.FeeAccepted));
        var support = await world.SendAsync(CaseKind.Support);
        await Desk.BreaksAsync("Rule_OnlyInformation", () => world.AskFeeAsync(dara, support));
    }

    [Theory, EveryDatabase]
    public async Task When_a_listener_fails_the_act_leaves_no_trace(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider, also: s => s.AddScoped<INotificationHandler<CaseClosed>, Crash>());
        var (dara, _, id) = await TwoOfficersAsync(world, told: Channel.Sms);
        var before = await world.CaseAsync(id);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.CloseAsync(dara, id));
        var after = await world.CaseAsync(id);
        Assert.Equal((before.State, before.Version, before.DueAt), (after.State, after.Version, after.DueAt));
        Assert.Single(await world.EntriesAsync(id));
    }

    private static async Task<(Guid Dara, Guid Bopha, Guid Case)> TwoOfficersAsync(CaseWorld world, CaseKind kind = CaseKind.Support, Channel? told = null) => (
        await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration),
        await world.JoinAsync("ជា បុប្ផា", OfficeKind.CommuneAdministration),
        await world.SendAsync(kind, CaseWorld.Office(OfficeKind.CommuneAdministration), told: told));

    private static async Task AssignAsync(CaseWorld world, Guid who, Guid id, Guid? to)
    {
        var form = new AssignForm(id, Guid.NewGuid(), await world.VersionAsync(id), to);
        await world.DoAsync<AssignCase>(who, (a, actor) => a.ExecuteAsync(form, actor, default));
    }

    private sealed class Crash : INotificationHandler<CaseClosed>
    {
        public Task Handle(CaseClosed notification, CancellationToken cancellationToken) => throw new InvalidOperationException("crash");
    }
}
