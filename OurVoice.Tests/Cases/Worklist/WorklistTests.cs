using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Cases.Worklist;

public sealed class WorklistTests
{
    [Theory, EveryDatabase]
    public async Task Pages_meet_every_case_once_though_cases_arrive_between_them(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var first = await FileAsync(world, 60);
        var seen = new List<Guid>();
        var filter = new WorklistFilter();
        for (var page = 0; page < 3; page++)
        {
            var view = await ReadAsync(world, officer, filter);
            seen.AddRange(view.Rows.Select(r => r.CaseId));
            Assert.Equal(page > 0, view.Previous is not null);
            filter = filter with { After = view.Next };
            await FileAsync(world, 1);
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(first.ToHashSet(), seen.ToHashSet());
    }

    [Theory, EveryDatabase]
    public async Task Going_back_shows_the_page_before_in_the_same_order(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        await FileAsync(world, 55);
        foreach (var latest in new[] { false, true })
        {
            var one = await ReadAsync(world, officer, new() { LatestFirst = latest });
            var two = await ReadAsync(world, officer, new() { LatestFirst = latest, After = one.Next });
            var back = await ReadAsync(world, officer, new() { LatestFirst = latest, Before = two.Previous });
            Assert.Equal(one.Rows.Select(r => r.CaseId), back.Rows.Select(r => r.CaseId));
            Assert.Null(back.Previous);
            Assert.NotNull(back.Next);
        }
    }

    [Fact]
    public async Task Each_choice_shows_the_cases_it_names_and_no_others()
    {
        await using var world = await CaseWorld.StartAsync();
        var (officer, colleague) = (await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration), await world.JoinAsync("លី សុវណ្ណ", OfficeKind.CommuneAdministration));
        var mine = await AskAsync(world, CaseKind.Support);
        var theirs = await AskAsync(world, CaseKind.Information);
        var closed = await AskAsync(world, CaseKind.Support);
        await world.ClaimAsync(officer, mine);
        await world.ClaimAsync(colleague, theirs);
        await world.CloseAsync(officer, closed);

        await ShowsAsync(world, officer, new(), mine, theirs);
        await ShowsAsync(world, officer, new() { State = "all" }, mine, theirs, closed);
        await ShowsAsync(world, officer, new() { State = "closed" }, closed);
        await ShowsAsync(world, officer, new() { Kind = CaseKind.Information }, theirs);
        await ShowsAsync(world, officer, new() { Who = WorklistWho.Mine }, mine);
        await ShowsAsync(world, officer, new() { Who = WorklistWho.Nobody, State = "all" }, closed);
        await ShowsAsync(world, officer, new() { Place = "0201" }, mine, theirs);
        await ShowsAsync(world, officer, new() { Place = "0202" });
        await ShowsAsync(world, officer, new() { Overdue = true });
        await ShowsAsync(world, officer, new() { Number = (await world.CaseAsync(closed)).Number }, closed);
        world.Time.Advance(TimeSpan.FromDays(30));
        await ShowsAsync(world, officer, new() { Overdue = true }, mine, theirs);
    }

    [Fact]
    public async Task An_officer_of_another_office_sees_nothing_whatever_the_address_says()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var stranger = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman);
        var id = await AskAsync(world, CaseKind.Support);
        var number = (await world.CaseAsync(id)).Number;
        foreach (var filter in new WorklistFilter[] { new(), new() { Office = CaseWorld.Office(OfficeKind.CommuneAdministration) }, new() { Number = number }, new() { Part = Part.Late } })
        {
            var view = await ReadAsync(world, stranger, filter);
            Assert.Empty(view.Rows);
            Assert.Equal((0, 0), (view.Count, view.Overdue));
        }

        await using var db = world.Host.Read();
        Assert.Empty(await db.Worklist(new(), CaseWorld.Office(OfficeKind.CommuneAdministration), world.As(stranger)).ToListAsync());
    }

    [Fact]
    public async Task A_late_office_has_the_case_in_its_other_list_without_what_became_of_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var late = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var above = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOneWindow);
        var id = await AskAsync(world, CaseKind.Support);
        world.Time.Advance(TimeSpan.FromDays(40));
        await world.SweepAsync();
        await world.ClaimAsync(above, id);

        await ShowsAsync(world, late, new());
        var row = Assert.Single((await ReadAsync(world, late, new() { Part = Part.Late })).Rows);
        Assert.Equal((id, (CaseState?)null, (string?)null, (int?)null), (row.CaseId, row.State, row.AssignedTo, row.Level));
        await ShowsAsync(world, above, new(), id);
    }

    [Fact]
    public async Task Somebody_without_an_office_gets_a_list_of_nothing()
    {
        await using var world = await CaseWorld.StartAsync();
        var view = await ReadAsync(world, await world.AccountAsync("គឹម", Side.Government), new());
        Assert.Null(view.Office);
        Assert.Empty(view.Rows);
    }

    private static async Task<List<Guid>> FileAsync(CaseWorld world, int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            // Several share a due date.
            world.Time.Advance(TimeSpan.FromMinutes(i % 3));
            ids.Add(await AskAsync(world, CaseKind.Support));
        }

        return ids;
    }

    private static Task<Guid> AskAsync(CaseWorld world, CaseKind kind) =>
        world.SendAsync(kind, CaseWorld.Office(OfficeKind.CommuneAdministration));

    private static Task<WorklistView> ReadAsync(CaseWorld world, Guid account, WorklistFilter filter) =>
        world.Host.Services.GetRequiredService<WorklistReader>().ReadAsync(filter, world.As(account), default);

    private static async Task ShowsAsync(CaseWorld world, Guid account, WorklistFilter filter, params Guid[] cases)
    {
        var view = await ReadAsync(world, account, filter);
        Assert.Equal(cases.ToHashSet(), view.Rows.Select(r => r.CaseId).ToHashSet());
        Assert.Equal(cases.Length, view.Count);
    }
}
