using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Routing;

public sealed class SeedRoutesTests
{
    [Fact]
    public async Task The_built_in_routing_is_stored_once_and_a_later_one_does_not_stand_for_it()
    {
        using var database = new MemoryDb();
        await using var db = database.CreateDbContext();
        db.Add(new Route { Version = 2, Step = RouteStep.First, Kind = CaseKind.Support, From = CommuneAdministration, To = CommuneAdministration });
        await db.SaveChangesAsync();
        for (var i = 0; i < 2; i++)
        {
            await new SeedRoutes(db).ExecuteAsync(Actor.System(FakeTime.At(2026, 6, 1, 9)), default);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        Assert.Equal(RoutesVersion1.All.Count + 1, await db.Set<Route>().CountAsync());
    }

    [Theory]
    [InlineData(CaseKind.Support, CommuneAdministration, "CommuneAdministration DistrictOneWindow ProvincialOneWindow Ministry")]
    [InlineData(CaseKind.Information, HealthCentre, "HealthCentre DistrictAdministration ProvincialAdministration Ministry")]
    [InlineData(CaseKind.Support, PrimarySchool, "PrimarySchool DistrictAdministration ProvincialAdministration Ministry")]
    [InlineData(CaseKind.Information, PolicePost, "PolicePost DistrictAdministration ProvincialAdministration Ministry")]
    [InlineData(CaseKind.Support, DistrictOmbudsman, "DistrictOmbudsman ProvincialOmbudsman Ministry")]
    [InlineData(CaseKind.Complaint, CommuneAdministration, "DistrictOmbudsman ProvincialOmbudsman Ministry")]
    [InlineData(CaseKind.Complaint, PolicePost, "DistrictOmbudsman ProvincialOmbudsman Ministry")]
    [InlineData(CaseKind.Complaint, DistrictOneWindow, "ProvincialOmbudsman Ministry")]
    [InlineData(CaseKind.Complaint, DistrictOmbudsman, "ProvincialOmbudsman Ministry")]
    [InlineData(CaseKind.Complaint, ProvincialAdministration, "Ministry")]
    [InlineData(CaseKind.Corruption, Ministry, "TransparencyInternational")]
    public void A_case_climbs_the_ladder_of_the_design(CaseKind kind, OfficeKind about, string ladder)
    {
        var routes = new Routes(RoutesVersion1.All);
        var rungs = new List<OfficeKind>();
        for (var at = routes.First(kind, about); at is { } rung; at = routes.Next(kind, rung))
        {
            rungs.Add(rung);
        }

        Assert.Equal(ladder, string.Join(' ', rungs));
    }
}
