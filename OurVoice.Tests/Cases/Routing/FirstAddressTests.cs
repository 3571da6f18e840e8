using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Routing;

/// <summary>Where a question points before anybody has been looked for, and who is accused by it.</summary>
public sealed class FirstAddressTests
{
    [Theory]
    [InlineData(CaseKind.Support, CommuneAdministration, null, "")]
    [InlineData(CaseKind.Information, HealthCentre, null, "")]
    [InlineData(CaseKind.Support, CommuneAdministration, AccusedRole.Clerk, "CommuneAdministration")]
    [InlineData(CaseKind.Complaint, CommuneAdministration, null, "CommuneAdministration")]
    [InlineData(CaseKind.Corruption, PolicePost, null, "")]
    [InlineData(CaseKind.Corruption, PolicePost, AccusedRole.Police, "PolicePost")]
    public async Task The_office_that_is_named_is_aimed_at_and_accused_of_a_complaint_or_by_a_role(CaseKind kind, OfficeKind about, AccusedRole? role, string accused)
    {
        var aim = await AimAsync(new(), RoutingRows.Question(kind, CaseWorld.Office(about), "020102", role: role));
        Assert.Equal(CaseWorld.Office(about), aim!.Office.Id);
        Assert.Equal(accused, Names(aim));
    }

    [Theory]
    [InlineData("02010203", CaseKind.Support, "CommuneAdministration 020102", "")]
    [InlineData("020102", CaseKind.Support, "CommuneAdministration 020102", "")]
    [InlineData("020102", CaseKind.Complaint, "CommuneAdministration 020102", "CommuneAdministration HealthCentre PrimarySchool PolicePost")]
    [InlineData("0201", CaseKind.Information, "DistrictOneWindow 0201", "")]
    [InlineData("0201", CaseKind.Complaint, "DistrictAdministration 0201", "DistrictAdministration DistrictOneWindow DistrictOmbudsman")]
    [InlineData("02", CaseKind.Support, "ProvincialOneWindow 02", "")]
    [InlineData("02", CaseKind.Complaint, "ProvincialAdministration 02", "ProvincialAdministration ProvincialOneWindow ProvincialOmbudsman")]
    public async Task Without_an_office_it_is_the_one_of_the_place_and_a_complaint_is_about_all_that_stand_there(string place, CaseKind kind, string office, string accused)
    {
        var aim = await AimAsync(new(), RoutingRows.Question(kind, null, place));
        Assert.Equal(office, $"{aim!.Office.Kind} {aim.Office.PlaceCode}");
        Assert.Equal(accused, Names(aim));
    }

    [Theory]
    [InlineData("020101", "DISTRICT", DistrictOneWindow)] // given higher up than where the citizen lives
    [InlineData("0201", "COMMUNE", DistrictOneWindow)] // no commune was said, so the district is all that is known
    [InlineData("0201", "DISTRICT", DistrictOneWindow)]
    [InlineData("020101", "UNKNOWN", CommuneAdministration)]
    public async Task A_service_is_asked_for_where_it_is_given(string place, string service, OfficeKind office)
    {
        var paper = new PaperPlaces();
        paper.Services.AddRange([Service("DISTRICT", PlaceLevel.District), Service("COMMUNE", PlaceLevel.Commune)]);
        Assert.Equal(office, (await AimAsync(paper, new(CaseKind.Support, place, null, service, null, null)))!.Office.Kind);
    }

    [Fact]
    public async Task A_place_that_is_called_otherwise_today_is_the_one_of_today()
    {
        var paper = new PaperPlaces();
        (paper.Successors["020199"], paper.Successors["020102"]) = ("020101", null);
        Assert.Equal("020101", (await AimAsync(paper, RoutingRows.Question(CaseKind.Support, null, "020199")))!.Office.PlaceCode);
        Assert.Equal("020102", (await AimAsync(paper, RoutingRows.Question(CaseKind.Support, null, "020102")))!.Office.PlaceCode);
    }

    [Fact]
    public async Task An_office_nobody_knows_is_as_none_and_a_place_nobody_knows_gives_no_aim()
    {
        Assert.Equal(CommuneAdministration, (await AimAsync(new(), RoutingRows.Question(CaseKind.Support, Guid.NewGuid())))!.Office.Kind);
        Assert.Null(await AimAsync(new(), RoutingRows.Question(CaseKind.Support, null, "990101")));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AimAsync(new(), RoutingRows.Question(CaseKind.Support, null, "0201010101")));
    }

    private static Task<Aim?> AimAsync(PaperPlaces paper, RouteQuestion question) => new Aiming(paper, paper, paper).FindAsync(question, default);

    private static string Names(Aim aim) => string.Join(' ', new PaperPlaces().Offices.Where(o => aim.Accused.Contains(o.Id)).Select(o => o.Kind).Order());

    private static ServiceInfo Service(string code, PlaceLevel level) => new(code, level, "s", "ស", "n", "ន", Fee: null, MaxWorkingDays: null);
}
