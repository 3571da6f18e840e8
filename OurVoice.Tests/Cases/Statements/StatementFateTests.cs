using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.ReadCase;
using OurVoice.Cases.Statements;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Sweeps;
using OurVoice.Tests.Cases.Ti;
using OurVoice.Tests.Databases;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Statements;

/// <summary>Where an answer goes when the case has gone somewhere else, and how a statement ends. That the asked office sees none of it: StatementTellsNothingTests.</summary>
public sealed class StatementFateTests
{
    [Fact]
    public async Task An_answer_about_a_withdrawn_case_is_there_when_it_comes_back()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, nurse, id) = await AskedAsync(world);
        await world.PublishAsync(new SubmissionWithdrawn(id, world.Citizen()));
        await StatementTests.AnswerAsync(world, nurse, await OnlyAsync(world, nurse), "ចម្លើយ");
        Assert.Equal(CaseState.Withdrawn, (await world.CaseAsync(id)).State);
        await world.PublishAsync(new WithdrawalUndone(id, world.Citizen()));
        Assert.Equal(CaseState.InProgress, (await world.CaseAsync(id)).State);
        Assert.Contains("ចម្លើយ", await WordsAsync(world, judge, id));
    }

    [Fact]
    public async Task An_answer_about_a_case_handed_over_is_read_by_transparency_international()
    {
        await using var world = await CaseWorld.StartAsync();
        var lina = await world.JoinAsync("Chea Lina", TransparencyInternational);
        var (judge, nurse, id) = await AskedAsync(world);
        await world.HandOverAsync(judge, id);
        await StatementTests.AnswerAsync(world, nurse, await OnlyAsync(world, nurse), "ចម្លើយ");
        Assert.Equal((Side.Ti, CaseState.Received), ((await world.CaseAsync(id)).Side, (await world.CaseAsync(id)).State));
        Assert.Contains("ចម្លើយ", await WordsAsync(world, lina, id));
    }

    [Theory, EveryDatabase]
    public async Task An_answer_about_an_erased_case_goes_nowhere_and_is_still_one_of_three_sent_at_once(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (_, nurse, id) = await AskedAsync(world);
        var statement = await OnlyAsync(world, nurse);
        await EraseAsync(world, id);
        var entries = await world.EntriesAsync(id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => Task.Run(() => Record.ExceptionAsync(() => StatementTests.AnswerAsync(world, nurse, statement, $"ចម្លើយ {n}")))));
        Assert.Single(answers, a => a is null);
        Assert.All(answers.OfType<RuleBroken>(), a => Assert.Equal("Rule_StatementAnswered", a.Rule));
        Assert.StartsWith("ចម្លើយ", (await StatementTests.FindAsync(world, nurse, statement))!.Answer, StringComparison.Ordinal);
        Assert.Equal(entries.Count, (await world.EntriesAsync(id)).Count);
    }

    [Fact]
    public async Task What_no_office_was_asked_is_forgotten_with_the_case()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, _, id) = await StatementTests.ComplaintAsync(world);
        await StatementTests.AskAsync(world, judge, id, CommuneAdministration);
        var waiting = Assert.Single(await world.RowsAsync<Statement>(_ => true)).Id;
        await EraseAsync(world, id);
        await SweepAsync<SweepStatements>(world);
        var gone = Assert.Single(await world.RowsAsync<Statement>(_ => true));
        Assert.Equal((true, 0), (gone.KeptFrom is null, gone.Question.Length));
        Assert.Null(await KeyAsync(world, waiting));
    }

    [Fact]
    public async Task A_statement_is_forgotten_a_year_after_it_was_asked_with_its_key_and_its_draft_and_the_case_keeps_the_answer()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, nurse, id) = await AskedAsync(world);
        var answered = await OnlyAsync(world, nurse);
        await StatementTests.AnswerAsync(world, nurse, answered, "ចម្លើយ");
        await StatementTests.AskAsync(world, judge, id, HealthCentre);
        var open = await OnlyAsync(world, nurse);
        await KeepAsync(world, nurse, open);
        world.MoveTo(world.Now.AddMonths(SweepStatements.MonthsKept));
        Assert.Equal(0, (await SweepAsync<SweepStatements>(world)).Done);
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal((2, 0), ((await SweepAsync<SweepStatements>(world)).Done, (await SweepAsync<SweepStatements>(world)).Done));

        Assert.Empty(await StatementTests.ListAsync(world, nurse));
        Assert.Empty(await world.RowsAsync<AnswerDraft>(_ => true));
        foreach (var statement in new[] { answered, open })
        {
            Assert.Null(await KeyAsync(world, statement));
            Assert.Null(await StatementTests.FindAsync(world, nurse, statement));
            await Desk.BreaksAsync("NotFound", () => StatementTests.AnswerAsync(world, nurse, statement, "ក"));
        }

        Assert.Contains("ចម្លើយ", await WordsAsync(world, judge, id));
    }

    [Fact]
    public async Task The_sweep_of_keys_leaves_a_statements_key_and_takes_one_of_nothing()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, nurse, id) = await AskedAsync(world);
        var keys = world.Host.Services.GetRequiredService<ICaseKeys>();
        var before = await keys.ListAsync(DateTime.MaxValue, after: null, 10, default);
        await Desk.BreaksAsync("Rule_NobodyToAsk", () => StatementTests.AskAsync(world, judge, id, PolicePost));
        var refused = (await keys.ListAsync(DateTime.MaxValue, after: null, 10, default)).Select(k => k.CaseId).Except(before.Select(k => k.CaseId));
        var orphan = Assert.Single(refused);
        world.Time.Advance(TimeSpan.FromDays(3));
        await SweepAsync<SweepKeys>(world);
        Assert.Null(await KeyAsync(world, orphan));
        Assert.NotNull(await StatementTests.FindAsync(world, nurse, await OnlyAsync(world, nurse)));
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("handed over")]
    public async Task Nobody_is_asked_any_more_when_the_case_ended_before_the_citizens_word_counted(string how)
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        await world.JoinAsync("Chea Lina", TransparencyInternational);
        var (judge, clerk, id) = await StatementTests.ComplaintAsync(world);
        world.Time.Advance(TimeSpan.FromDays(1));
        await StatementTests.AskAsync(world, judge, id, CommuneAdministration);
        var asked = (await StatementTests.ConsentAsync(world, id))!;
        await world.PublishAsync(new StatementConsented(id, Guid.NewGuid(), asked.StatementId, Agrees: true, world.Citizen()));
        await (how == "closed" ? world.CloseAsync(judge, id) : world.HandOverAsync(judge, id));
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.SweepAsync();
        Assert.Equal(StatementState.NotAsked, Assert.Single(await world.RowsAsync<Statement>(_ => true)).State);
        Assert.Empty(await StatementTests.ListAsync(world, clerk));
        Assert.Empty(await world.RowsAsync<GovernmentOutboxRow>(r => r.Template == "OfficerStatementAsked"));
    }

    private static async Task<(Guid Judge, Guid Nurse, Guid Case)> AskedAsync(CaseWorld world)
    {
        var (judge, _, id) = await StatementTests.ComplaintAsync(world);
        var nurse = await world.JoinAsync("លី ម៉ារី", HealthCentre);
        await StatementTests.AskAsync(world, judge, id, HealthCentre);
        return (judge, nurse, id);
    }

    private static async Task<Guid> OnlyAsync(CaseWorld world, Guid nurse) => Assert.Single(await StatementTests.ListAsync(world, nurse)).Id;

    // As Intake's sweeps do it, on a case that has no submission.
    private static async Task EraseAsync(CaseWorld world, Guid id)
    {
        await world.PublishAsync(new SubmissionWithdrawn(id, world.Citizen()));
        await world.PublishAsync(new SubmissionErased(id, world.Citizen()));
        await world.Host.Services.GetRequiredService<ICaseKeys>().DeleteAsync(id, default);
    }

    private static Task KeepAsync(CaseWorld world, Guid nurse, Guid statement) =>
        world.Host.Services.GetRequiredService<AnswerDesk>().KeepAsync(statement, "ពាក់កណ្តាល", world.As(nurse), default);

    private static Task<CaseKey?> KeyAsync(CaseWorld world, Guid id) => world.Host.Services.GetRequiredService<ICaseKeys>().FindAsync(id, default);

    private static Task<SweepCount> SweepAsync<TSweep>(CaseWorld world)
        where TSweep : ISweep => world.Host.Services.GetServices<ISweep>().OfType<TSweep>().Single().RunAsync(default);

    private static async Task<IEnumerable<string?>> WordsAsync(CaseWorld world, Guid who, Guid id)
    {
        var file = await world.Host.Services.GetRequiredService<CaseFileReader>().FindAsync(id, world.As(who), default);
        return file!.Timeline.Select(t => t.Words);
    }
}
