using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Access;
using OurVoice.Cases.Recommend;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Recommend;

/// <summary>Ombudsmen advise, they do not order: a late office reads the advice and owes a word, the citizen reads all of it.</summary>
public sealed class RecommendTests
{
    private static readonly Guid Late = CaseWorld.Office(DistrictOmbudsman);

    [Theory, EveryDatabase]
    public async Task A_late_office_reads_what_it_is_advised_owes_a_word_and_learns_no_more_of_the_case(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (late, above, id) = await ClimbedAsync(world);
        await world.NoteAsync(late, id, "យើងយឺត។");
        await world.AskAsync(above, id, "តើនៅថ្ងៃណា?");
        Assert.Equal(CaseOffice.NothingDue, (await SeatAsync(world, id)).DueAt);

        await AdviseAsync(world, above, id, Late, "សូមចុះពិនិត្យ។");
        var seat = await SeatAsync(world, id);
        Assert.Equal((PhnomPenh.DateOf(world.Now).AddDays(15), world.Now), (PhnomPenh.DateOf(seat.DueAt), seat.WarnedFrom)); // ten working days, one of them a holiday between
        Assert.Equal([EntryKind.Received, EntryKind.LateAnswered, EntryKind.Recommended], await KindsAsync(world, id, late));
        Assert.Contains(await world.RowsAsync<GovernmentOutboxRow>(r => r.AccountId == late), r => r.Template == Templates.OfficerDigest);
        var step = (await TrackAsync(world, id, Lang.En)).Steps[^1];
        Assert.Equal(("Recommended", "សូមចុះពិនិត្យ។", PhnomPenh.DateOf(world.Now)), (step.Code, step.Words, step.On));
        Assert.Equal(["Battambang", "Banan"], new[] { step.Office, step.Advised }.Select(o => o!.Contains("Banan", StringComparison.Ordinal) ? "Banan" : "Battambang"));

        await world.NoteAsync(late, id, "យើងនឹងចុះ។");
        Assert.Equal((CaseOffice.NothingDue, CaseOffice.NothingDue), ((await SeatAsync(world, id)).DueAt, (await SeatAsync(world, id)).WarnedFrom));
    }

    [Theory, EveryDatabase]
    public async Task What_became_of_it_is_read_by_the_office_and_the_citizen_also_after_closing(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (late, above, id) = await ClimbedAsync(world);
        await Desk.BreaksAsync("Rule_NotAdvised", () => NoteAsync(world, above, id, Late, AdviceOutcome.Followed));
        await AdviseAsync(world, above, id, Late);
        await Desk.BreaksAsync("Rule_ChooseOutcome", () => NoteAsync(world, above, id, Late, outcome: null));
        await Desk.BreaksAsync("Rule_ChooseOutcome", () => NoteAsync(world, above, id, Late, (AdviceOutcome)9));
        await Desk.BreaksAsync("Rule_NotAdvised", () => NoteAsync(world, above, id, office: null, AdviceOutcome.Partly));
        await Desk.BreaksAsync("NotFound", () => NoteAsync(world, late, id, Late, AdviceOutcome.Followed));
        await NoteAsync(world, above, id, Late, AdviceOutcome.Partly);
        await world.CloseAsync(above, id);
        await NoteAsync(world, above, id, Late, AdviceOutcome.Followed, words: "");
        Assert.Equal(
            ["Recommended", "OutcomeNoted_Partly", "Closed", "OutcomeNoted_Followed"], (await TrackAsync(world, id)).Steps.TakeLast(4).Select(s => s.Code));
        Assert.Equal([EntryKind.Recommended, EntryKind.OutcomeNoted, EntryKind.OutcomeNoted], (await KindsAsync(world, id, late)).Skip(1));
    }

    [Fact]
    public async Task Only_an_ombudsman_or_the_Ministry_advises_and_only_an_office_that_was_late_and_may_read()
    {
        await using var world = await CaseWorld.StartAsync();
        var (late, above, id) = await ClimbedAsync(world);
        foreach (var office in new Guid?[] { null, CaseWorld.Office(ProvincialOmbudsman), CaseWorld.Office(CommuneAdministration) })
        {
            await Desk.BreaksAsync("Rule_ChooseLateOffice", () => AdviseAsync(world, above, id, office));
        }

        await Desk.BreaksAsync("NotFound", () => AdviseAsync(world, late, id, Late));
        await Desk.BreaksAsync("Rule_Empty", () => AdviseAsync(world, above, id, Late, " "));
        Assert.DoesNotContain(await world.EntriesAsync(id), e => e.Kind == EntryKind.Recommended);
        Assert.Equal([Late], (await ViewAsync(world, above, id)).MayGive.Select(o => o.Id));

        // Whoever is named later is excluded, and no advice tells it of the case.
        await world.NameLaterAsync(above, id, Late);
        await Desk.BreaksAsync("Rule_ChooseLateOffice", () => AdviseAsync(world, above, id, Late));
        Assert.Empty((await ViewAsync(world, above, id)).MayGive);

        var window = await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var support = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        world.MoveTo((await world.CaseAsync(support)).DueAt!.Value);
        await world.SweepAsync();
        await Desk.BreaksAsync("Rule_OnlyAdvisers", () => AdviseAsync(world, window, support, CaseWorld.Office(CommuneAdministration)));
        await Desk.BreaksAsync("Rule_OnlyAdvisers", () => NoteAsync(world, window, support, CaseWorld.Office(CommuneAdministration), AdviceOutcome.Followed));
        Assert.Equal(AdviceView.None, await ViewAsync(world, window, support));
    }

    [Theory, EveryDatabase]
    public async Task Pressed_twice_it_is_one_and_of_two_at_once_one_is_turned_away(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (_, above, id) = await ClimbedAsync(world);
        var (request, version) = (Guid.NewGuid(), await world.VersionAsync(id));
        await AdviseAsync(world, above, id, Late, request: request, version: version);
        await AdviseAsync(world, above, id, Late, request: request, version: version);
        await Desk.BreaksAsync("Rule_ChangedMeanwhile", () => AdviseAsync(world, above, id, Late, version: version));
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.Recommended);

        version = await world.VersionAsync(id);
        var two = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Record.ExceptionAsync(() => AdviseAsync(world, above, id, Late, version: version)))));
        Assert.Equal("Rule_ChangedMeanwhile", Assert.IsType<RuleBroken>(Assert.Single(two, e => e is not null)).Rule);
        Assert.Equal(2, (await world.EntriesAsync(id)).Count(e => e.Kind == EntryKind.Recommended));
    }

    [Fact]
    public async Task Advice_to_one_late_office_is_not_for_another()
    {
        await using var world = await CaseWorld.StartAsync();
        var (late, provincial, id) = await ClimbedAsync(world);
        var minister = await world.JoinAsync("កែវ រតនា", Ministry);
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        await AdviseAsync(world, minister, id, CaseWorld.Office(ProvincialOmbudsman));
        Assert.Contains(EntryKind.Recommended, await KindsAsync(world, id, provincial));
        Assert.DoesNotContain(EntryKind.Recommended, await KindsAsync(world, id, late));
        Assert.Equal(2, (await ViewAsync(world, minister, id)).MayGive.Count);
    }

    /// <summary>A complaint about the commune that the district's ombudsmen left too long.</summary>
    private static async Task<(Guid Late, Guid Above, Guid Case)> ClimbedAsync(CaseWorld world)
    {
        var late = await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        var above = await world.JoinAsync("លី សុវណ្ណ", ProvincialOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        return (late, above, id);
    }

    private static async Task AdviseAsync(CaseWorld world, Guid account, Guid id, Guid? office, string words = "សូមពិនិត្យ។", Guid? request = null, int? version = null)
    {
        var form = new RecommendForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id), office, words);
        await world.WriteAsync<RecommendToOffice>(account, id, (a, key, actor) => a.ExecuteAsync(form, [], key, actor, default));
    }

    private static async Task NoteAsync(CaseWorld world, Guid account, Guid id, Guid? office, AdviceOutcome? outcome, string words = "បានឃើញ។")
    {
        var form = new OutcomeForm(id, Guid.NewGuid(), await world.VersionAsync(id), office, outcome, words);
        await world.WriteAsync<NoteOutcome>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }

    private static async Task<CaseOffice> SeatAsync(CaseWorld world, Guid id) =>
        Assert.Single(await world.RowsAsync<CaseOffice>(o => o.CaseId == id && o.Part == Part.Late && o.OfficeId == Late));

    private static async Task<List<EntryKind>> KindsAsync(CaseWorld world, Guid id, Guid who)
    {
        await using var db = world.Host.Read();
        return await db.ReadableEntries(id, who, world.Now).OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync();
    }

    private static async Task<AdviceView> ViewAsync(CaseWorld world, Guid account, Guid id)
    {
        await using var db = world.Host.Read();
        return await world.Host.Services.GetRequiredService<AdviceReader>().ReadAsync(db, id, await world.HolderAsync(id), world.As(account), default);
    }

    private static async Task<CaseProgress> TrackAsync(CaseWorld world, Guid id, Lang language = Lang.Km) =>
        (await world.Host.Services.GetRequiredService<ICaseTracking>().FindAsync(id, language, default))!;
}
