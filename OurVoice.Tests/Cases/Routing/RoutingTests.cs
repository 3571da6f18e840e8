using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Routing;

public sealed class RoutingTests
{
    [Theory]
    [InlineData(CaseKind.Support, CommuneAdministration, CommuneAdministration, nameof(RouteReason.OfficeAsked))]
    [InlineData(CaseKind.Information, HealthCentre, HealthCentre, nameof(RouteReason.OfficeAsked))]
    [InlineData(CaseKind.Support, null, CommuneAdministration, nameof(RouteReason.OfficeOfPlace))]
    [InlineData(CaseKind.Complaint, CommuneAdministration, DistrictOmbudsman, nameof(RouteReason.OneLevelAbove))]
    [InlineData(CaseKind.Complaint, PolicePost, DistrictOmbudsman, nameof(RouteReason.OneLevelAbove))]
    [InlineData(CaseKind.Complaint, DistrictOneWindow, ProvincialOmbudsman, nameof(RouteReason.OneLevelAbove))]
    [InlineData(CaseKind.Complaint, DistrictOmbudsman, ProvincialOmbudsman, nameof(RouteReason.OneLevelAbove))]
    [InlineData(CaseKind.Complaint, ProvincialOneWindow, Ministry, nameof(RouteReason.OneLevelAbove))]
    [InlineData(CaseKind.Complaint, null, DistrictOmbudsman, nameof(RouteReason.OneLevelAbove))]
    public async Task With_everybody_there_it_goes_to_the_first_address(CaseKind kind, OfficeKind? about, OfficeKind to, string reason)
    {
        await using var world = await CaseWorld.StartAsync();
        await EverybodyAsync(world);
        var id = await world.SendAsync(kind, about is { } named ? CaseWorld.Office(named) : null);
        Assert.Equal(CaseWorld.Office(to), await world.HolderAsync(id));
        Assert.Equal(reason, (await world.CaseAsync(id)).RouteReason.ToString());
    }

    [Theory]
    [InlineData(CaseKind.Support, CommuneAdministration, new[] { DistrictOneWindow, ProvincialOneWindow, Ministry })]
    [InlineData(CaseKind.Information, PolicePost, new[] { DistrictAdministration, ProvincialAdministration, Ministry })]
    [InlineData(CaseKind.Complaint, CommuneAdministration, new[] { ProvincialOmbudsman, Ministry })]
    public async Task With_nobody_below_it_goes_to_the_lowest_office_that_has_somebody(CaseKind kind, OfficeKind about, OfficeKind[] rungs)
    {
        await using var world = await CaseWorld.StartAsync();
        foreach (var rung in rungs.Reverse())
        {
            await world.JoinAsync("កែវ រតនា", rung);
            var id = await world.SendAsync(kind, CaseWorld.Office(about));
            Assert.Equal(CaseWorld.Office(rung), await world.HolderAsync(id));
            Assert.Equal(RouteReason.NobodyBelow, (await world.CaseAsync(id)).RouteReason);
        }
    }

    [Fact]
    public async Task A_member_of_the_accused_persons_name_sends_it_one_level_higher()
    {
        await using var world = await CaseWorld.StartAsync();
        await EverybodyAsync(world);
        await world.JoinAsync("ដារា សុខ", DistrictOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration), accused: "លោក សុខ ដារា");
        Assert.Equal(CaseWorld.Office(ProvincialOmbudsman), await world.HolderAsync(id));
        Assert.Equal(RouteReason.ConflictRule, (await world.CaseAsync(id)).RouteReason);
    }

    [Fact]
    public async Task Who_left_the_accused_office_in_the_last_24_months_is_not_eligible()
    {
        await using var world = await CaseWorld.StartAsync();
        var moved = await world.JoinAsync("កែវ រតនា", CommuneAdministration);
        await world.JoinAsync("ចាន់ ធីតា", Ministry);
        var actor = Actor.System(world.Time);
        var commune = new OurVoice.Cases.AddMembership.MembershipForm(moved, CaseWorld.Office(CommuneAdministration), MemberRole.Officer);
        var district = commune with { OfficeId = CaseWorld.Office(DistrictOmbudsman) };
        await world.Host.Runner.RunAsync<OurVoice.Cases.EndMembership.EndMember>(actor, a => a.ExecuteAsync(commune, actor, default), default);
        await world.Host.Runner.RunAsync<OurVoice.Cases.AddMembership.AddMember>(actor, a => a.ExecuteAsync(district, actor, default), default);

        world.Time.MoveTo(world.Time.GetUtcNow().AddMonths(24).AddSeconds(-1));
        Assert.Equal(OfficeIds.Ministry, await world.HolderAsync(await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration))));
        world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(CaseWorld.Office(DistrictOmbudsman), await world.HolderAsync(await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration))));
    }

    [Theory]
    [InlineData(nameof(MemberRole.Analyst))]
    [InlineData(nameof(MemberRole.Administrator))]
    public async Task Those_who_work_no_cases_keep_no_office_going(string role)
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("កែវ រតនា", CommuneAdministration, Enum.Parse<MemberRole>(role));
        await world.JoinAsync("ចាន់ ធីតា", Ministry);
        Assert.Equal(OfficeIds.Ministry, await world.HolderAsync(await world.SendAsync(CaseKind.Support)));
    }

    [Fact]
    public async Task Corruption_and_ti_only_go_to_ti_and_no_government_account_reads_them()
    {
        await using var world = await CaseWorld.StartAsync();
        await EverybodyAsync(world);
        var officer = await world.JoinAsync("ជា បុប្ផា", DistrictOmbudsman);
        foreach (var id in new[] { await world.SendAsync(CaseKind.Corruption, side: Side.Ti), await world.SendAsync(CaseKind.Complaint, side: Side.Ti) })
        {
            Assert.Equal(OfficeIds.TransparencyInternational, await world.HolderAsync(id));
            Assert.Equal((Side.Ti, RouteReason.TiOnly, true), ((await world.CaseAsync(id)).Side, (await world.CaseAsync(id)).RouteReason, (await world.CaseAsync(id)).Confidential));
            await Desk.BreaksAsync("NotFound", () => world.NoteAsync(officer, id));
        }
    }

    [Fact]
    public async Task Without_anybody_in_government_it_goes_to_ti_and_the_preview_says_so_first()
    {
        await using var world = await CaseWorld.StartAsync();
        var preview = world.Host.Services.GetRequiredService<IRoutePreview>();
        var question = new RouteQuestion(CaseKind.Complaint, CaseWorld.Commune, null, null, null, null);
        Assert.Null((await preview.FindAsync(question, default)).OfficeId);
        var lost = await world.SendAsync(CaseKind.Complaint);
        Assert.Equal(OfficeIds.TransparencyInternational, await world.HolderAsync(lost));

        // Its keys were made for the government; the sweep wraps them again, once.
        var sweep = world.Host.Services.GetServices<ISweep>().Single(s => s.Name == "key-sides");
        Assert.Equal(1, (await sweep.RunAsync(default)).Done);
        Assert.Equal(0, (await sweep.RunAsync(default)).Done);
        Assert.Equal(Side.Ti, (await world.CaseAsync(lost)).KeySide);

        await world.JoinAsync("Lim Dara", TransparencyInternational);
        var seen = await preview.FindAsync(question, default);
        Assert.Equal((OfficeIds.TransparencyInternational, true), (seen.OfficeId!.Value, seen.GoesToTi));

        await world.JoinAsync("កែវ រតនា", Ministry);
        seen = await preview.FindAsync(question, default);
        Assert.Equal((OfficeIds.Ministry, false, true), (seen.OfficeId!.Value, seen.GoesToTi, seen.Climbed));
        Assert.Equal(RouteReason.NobodyInGovernment, (await world.CaseAsync(lost)).RouteReason);
    }

    [Fact]
    public async Task Not_sure_which_office_excludes_all_that_stand_there()
    {
        await using var world = await CaseWorld.StartAsync();
        await EverybodyAsync(world);
        var id = await world.SendAsync(CaseKind.Complaint, place: CaseWorld.District);
        Assert.Equal(CaseWorld.Office(ProvincialOmbudsman), await world.HolderAsync(id));
        Assert.Equal(3, (await world.RowsAsync<OurVoice.Cases.CaseExcluded>(x => x.CaseId == id)).Count);
    }

    private static async Task EverybodyAsync(CaseWorld world)
    {
        foreach (var kind in Enum.GetValues<OfficeKind>())
        {
            await world.JoinAsync("ព្រំ វិចិត្រ", kind);
        }
    }
}
