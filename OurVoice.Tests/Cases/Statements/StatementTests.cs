using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.AskStatement;
using OurVoice.Cases.Desk;
using OurVoice.Cases.ReadStatement;
using OurVoice.Cases.Statements;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Tests.Databases;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Statements;

/// <summary>A district ombudsman's office asks the commune that is complained about, or somebody else, for a statement.</summary>
public sealed class StatementTests
{
    private const string Question = "តើច្បាប់ចុះបញ្ជីមានតម្លៃប៉ុន្មាន?";

    [Theory, EveryDatabase]
    public async Task An_excluded_office_is_asked_only_after_the_citizen_agreed_and_learns_nothing_of_the_case(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (judge, clerk, id) = await ComplaintAsync(world);
        await AskAsync(world, judge, id, CommuneAdministration);
        Assert.Empty(await ListAsync(world, clerk));
        Assert.Equal(CaseState.WaitingForStatement, (await world.CaseAsync(id)).State);
        var asked = (await ConsentAsync(world, id))!;
        Assert.Equal(Question, asked.Words);
        await world.PublishAsync(new StatementConsented(id, Guid.NewGuid(), asked.StatementId, Agrees: true, world.Citizen()));
        Assert.Null(await ConsentAsync(world, id));

        var row = Assert.Single(await ListAsync(world, clerk));
        var file = (await FindAsync(world, clerk, row.Id))!;
        var on = await world.CaseAsync(id);
        Assert.Equal(Question, file.Question);
        Assert.NotEqual(on.Number, file.Number);
        Assert.DoesNotContain(id.ToString(), file.ToString(), StringComparison.Ordinal);
        Assert.False(await Exclude.ExclusionTests.ReadsAsync(world, clerk, id));
        Assert.True(on.DueAt > world.Now); // the clock runs

        await AnswerAsync(world, clerk, row.Id, "មួយម៉ឺនរៀល។");
        Assert.Equal(CaseState.InProgress, (await world.CaseAsync(id)).State);
        var entry = (await world.EntriesAsync(id))[^1];
        Assert.Equal((EntryKind.StatementAnswered, false), (entry.Kind, entry.IsPublic));
        using var key = await world.Host.Services.GetRequiredService<ICaseKeys>().FindAsync(id, default);
        Assert.Equal("មួយម៉ឺនរៀល។", key!.Open(Entry.WordsAt(id, entry.Id), entry.Words));
        await Desk.BreaksAsync("NotFound", () => world.NoteAsync(clerk, id));
    }

    [Fact]
    public async Task When_the_citizen_says_no_the_next_office_above_is_asked()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, clerk, id) = await ComplaintAsync(world);
        var above = await world.JoinAsync("ហេង សុភាព", DistrictAdministration);
        await AskAsync(world, judge, id, CommuneAdministration);
        var asked = (await ConsentAsync(world, id))!;
        await world.PublishAsync(new StatementConsented(id, Guid.NewGuid(), asked.StatementId, Agrees: false, world.Citizen()));
        await Desk.BreaksAsync("Rule_NoConsentAsked", () => world.PublishAsync(new StatementConsented(id, Guid.NewGuid(), asked.StatementId, Agrees: true, world.Citizen())));
        Assert.Empty(await ListAsync(world, clerk));
        Assert.Equal(asked.StatementId, Assert.Single(await ListAsync(world, above)).Id);
    }

    [Fact]
    public async Task With_nobody_above_a_no_ends_it_and_the_case_goes_on()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, clerk, id) = await ComplaintAsync(world);
        await AskAsync(world, judge, id, CommuneAdministration);
        var asked = (await ConsentAsync(world, id))!;
        await world.PublishAsync(new StatementConsented(id, Guid.NewGuid(), asked.StatementId, Agrees: false, world.Citizen()));
        Assert.Equal(StatementState.NotAsked, Assert.Single(await world.RowsAsync<Statement>(_ => true)).State);
        Assert.Equal(CaseState.InProgress, (await world.CaseAsync(id)).State);
        Assert.Empty(await ListAsync(world, clerk));
        await Desk.BreaksAsync("Rule_NobodyAboveToAsk", () => AskAsync(world, judge, id, CommuneAdministration, WhenExcluded.AskAbove));
    }

    [Fact]
    public async Task The_asker_may_take_the_office_above_at_once_and_one_that_is_not_excluded_needs_no_consent()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, clerk, id) = await ComplaintAsync(world);
        var above = await world.JoinAsync("ហេង សុភាព", DistrictAdministration);
        var nurse = await world.JoinAsync("លី ម៉ារី", HealthCentre);
        await AskAsync(world, judge, id, CommuneAdministration, WhenExcluded.AskAbove);
        await AskAsync(world, judge, id, HealthCentre);
        Assert.Null(await ConsentAsync(world, id));
        Assert.Equal((0, 1, 1), ((await ListAsync(world, clerk)).Count, (await ListAsync(world, above)).Count, (await ListAsync(world, nurse)).Count));
        await AnswerAsync(world, nurse, (await ListAsync(world, nurse))[0].Id, "បាទ។");
        Assert.Equal(CaseState.WaitingForStatement, (await world.CaseAsync(id)).State); // the other one is still out
        var notices = await world.RowsAsync<GovernmentOutboxRow>(r => r.Template == "OfficerStatementAsked");
        Assert.Equal(2, notices.Count);
        Assert.All(notices, n => Assert.DoesNotContain(id.ToString("N"), n.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_reads_or_answers_a_statement()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, clerk, id) = await ComplaintAsync(world);
        var nurse = await world.JoinAsync("លី ម៉ារី", HealthCentre);
        await AskAsync(world, judge, id, HealthCentre);
        var statement = Assert.Single(await ListAsync(world, nurse)).Id;
        foreach (var stranger in new[] { judge, clerk })
        {
            Assert.Null(await FindAsync(world, stranger, statement));
            await Desk.BreaksAsync("NotFound", () => AnswerAsync(world, stranger, statement, "ក"));
        }

        await Desk.BreaksAsync("NotFound", () => AnswerAsync(world, nurse, Guid.NewGuid(), "ក"));
        await Desk.BreaksAsync("NotFound", () => AnswerAsync(world, nurse, id, "ក"));
        await Desk.BreaksAsync("NotFound", () => AskAsync(world, clerk, id, HealthCentre));
    }

    [Fact]
    public async Task An_office_with_somebody_of_the_accused_name_is_not_asked_instead()
    {
        await using var world = await CaseWorld.StartAsync();
        var judge = await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var namesake = await world.JoinAsync("ហេង សុភាព", DistrictAdministration);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration), accused: "ហេង សុភាព");
        await AskAsync(world, judge, id, CommuneAdministration);
        await world.PublishAsync(new StatementConsented(id, Guid.NewGuid(), (await ConsentAsync(world, id))!.StatementId, Agrees: false, world.Citizen()));
        await world.SweepAsync();
        Assert.Equal(StatementState.NotAsked, Assert.Single(await world.RowsAsync<Statement>(_ => true)).State);
        Assert.Empty(await ListAsync(world, namesake));
    }

    [Theory, EveryDatabase]
    public async Task Who_moved_from_the_accused_office_meets_no_statement_where_the_citizen_was_not_asked(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (judge, clerk, id) = await ComplaintAsync(world);
        var nurse = await world.JoinAsync("លី ម៉ារី", HealthCentre);
        await world.JoinAsync(clerk, CaseWorld.Office(HealthCentre));
        await world.JoinAsync(clerk, CaseWorld.Office(PolicePost));
        await AskAsync(world, judge, id, HealthCentre);
        var statement = Assert.Single(await ListAsync(world, nurse)).Id;
        Assert.Empty(await ListAsync(world, clerk));
        Assert.Null(await FindAsync(world, clerk, statement));
        await Desk.BreaksAsync("NotFound", () => AnswerAsync(world, clerk, statement, "ក"));
        Assert.Equal(nurse, Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.Template == "OfficerStatementAsked")).AccountId);
        await Desk.BreaksAsync("Rule_NobodyToAsk", () => AskAsync(world, judge, id, PolicePost));
    }

    [Fact]
    public async Task Who_is_named_after_the_office_was_asked_sees_no_statement_vanish()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, _, id) = await ComplaintAsync(world);
        var nurse = await world.JoinAsync("លី ម៉ារី", HealthCentre);
        await AskAsync(world, judge, id, HealthCentre);
        await world.CitizenNamesAsync(id, office: CaseWorld.Office(HealthCentre));
        var statement = Assert.Single(await ListAsync(world, nurse)).Id;
        await AnswerAsync(world, nurse, statement, "ក");
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.StatementAnswered);
    }

    [Theory, EveryDatabase]
    public async Task Asked_and_answered_twice_at_once_it_is_one(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (judge, _, id) = await ComplaintAsync(world);
        var nurse = await world.JoinAsync("លី ម៉ារី", HealthCentre);
        var (request, version) = (Guid.NewGuid(), await world.VersionAsync(id));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => AskAsync(world, judge, id, HealthCentre, request: request, version: version))));
        var statement = Assert.Single(await ListAsync(world, nurse)).Id;
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Record.ExceptionAsync(() => AnswerAsync(world, nurse, statement, "ក")))));
        Assert.Single(answers, a => a is null);
        Assert.All(answers.OfType<RuleBroken>(), a => Assert.Equal("Rule_StatementAnswered", a.Rule));
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.StatementAnswered);
    }

    [Fact]
    public async Task Bad_input_is_refused_and_nothing_is_written()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, _, id) = await ComplaintAsync(world);
        await Desk.BreaksAsync("Rule_Empty", () => AskAsync(world, judge, id, CommuneAdministration, words: " \u200B"));
        await Desk.BreaksAsync("Rule_NobodyToAsk", () => AskAsync(world, judge, id, PolicePost));
        await Desk.BreaksAsync("Rule_NoSuchOffice", () => AskAsync(world, judge, id, TransparencyInternational));
        await Desk.BreaksAsync("Rule_NoSuchOffice", () => AskAsync(world, judge, id, DistrictOmbudsman));
        await Desk.BreaksAsync("Rule_ChangedMeanwhile", () => AskAsync(world, judge, id, CommuneAdministration, version: 99));
        Assert.Empty(await world.RowsAsync<Statement>(_ => true));
        Assert.Single(await world.EntriesAsync(id));
    }

    [Fact]
    public async Task A_consent_given_at_night_counts_from_the_next_opening()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        var (judge, clerk, id) = await ComplaintAsync(world);
        world.Time.Advance(TimeSpan.FromDays(1));
        await AskAsync(world, judge, id, CommuneAdministration);
        await world.PublishAsync(new StatementConsented(id, Guid.NewGuid(), (await ConsentAsync(world, id))!.StatementId, Agrees: true, world.Citizen()));
        Assert.Empty(await ListAsync(world, clerk));
        Assert.Null(await ConsentAsync(world, id));
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.SweepAsync();
        Assert.Single(await ListAsync(world, clerk));
    }

    internal static async Task AskAsync(
        CaseWorld world, Guid who, Guid id, OurVoice.Contracts.Places.OfficeKind office, WhenExcluded way = WhenExcluded.AskCitizen, string words = Question,
        Guid? request = null, int? version = null)
    {
        var form = new AskStatementForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id), CaseWorld.Office(office), way, words);
        await world.Host.Services.GetRequiredService<StatementDesk>().AskAsync(form, isConfirmed: false, world.As(who), default);
    }

    internal static Task AnswerAsync(CaseWorld world, Guid who, Guid statement, string words) =>
        world.Host.Services.GetRequiredService<AnswerDesk>().AnswerAsync(new(statement, Guid.NewGuid(), words), world.As(who), default);

    internal static async Task<IReadOnlyList<StatementRow>> ListAsync(CaseWorld world, Guid who) =>
        (await world.Host.Services.GetRequiredService<StatementReader>().ListAsync(isAnswered: false, ListPlace.First, world.As(who), default)).Rows;

    internal static Task<StatementFile?> FindAsync(CaseWorld world, Guid who, Guid id) =>
        world.Host.Services.GetRequiredService<StatementReader>().FindAsync(id, world.As(who), default);

    internal static async Task<ConsentAsked?> ConsentAsync(CaseWorld world, Guid id) =>
        (await world.Host.Services.GetRequiredService<ICaseTracking>().FindAsync(id, Lang.Km, default))!.StatementConsent;

    internal static async Task<(Guid Judge, Guid Clerk, Guid Case)> ComplaintAsync(CaseWorld world) => (
        await world.JoinAsync("មាស សុភា", DistrictOmbudsman),
        await world.JoinAsync("សុខ ដារា", CommuneAdministration),
        await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration)));
}
