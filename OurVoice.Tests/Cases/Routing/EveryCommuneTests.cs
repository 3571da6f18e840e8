using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Cases.Routing;

/// <summary>Over every place that is built in: all districts, and the communes of Battambang and Phnom Penh.</summary>
public sealed class EveryCommuneTests
{
    [Fact]
    public async Task Every_place_has_a_complete_ladder_for_every_kind()
    {
        await using var host = await TestHost.CreateAsync();
        var places = host.Services.GetRequiredService<IPlaces>();
        var offices = host.Services.GetRequiredService<IOffices>();
        await using var db = host.Read();
        var routes = new Routes(await db.Set<Route>().ToListAsync());
        var (districts, seen) = (0, 0);
        foreach (var province in await places.ChildrenAsync(null, default))
        {
            foreach (var district in await places.ChildrenAsync(province.Code, default))
            {
                districts++;
                var lowest = (await places.ChildrenAsync(district.Code, default)).FirstOrDefault() ?? district;
                foreach (var office in await offices.AtPlaceAsync(lowest.Code, default))
                {
                    seen += await WalkAsync(routes, offices, office);
                }
            }
        }

        Assert.Equal(210, districts);
        Assert.True(seen > 2_000);
    }

    [Fact]
    public void Every_kind_of_office_has_a_first_address_and_ends_at_the_ministry()
    {
        var routes = new Routes(RoutesVersion1.All);
        foreach (var kind in new[] { CaseKind.Complaint, CaseKind.Support, CaseKind.Information })
        {
            foreach (var from in Enum.GetValues<OfficeKind>().Where(k => k != OfficeKind.TransparencyInternational))
            {
                var at = routes.First(kind, from);
                for (var steps = 0; routes.Next(kind, at!.Value) is { } above; steps++)
                {
                    Assert.True(above > at && steps < 4);
                    at = above;
                }

                Assert.Equal(OfficeKind.Ministry, at);
            }
        }
    }

    private static async Task<int> WalkAsync(Routes routes, IOffices offices, OfficeInfo from)
    {
        var steps = 0;
        foreach (var kind in new[] { CaseKind.Complaint, CaseKind.Support })
        {
            var to = routes.First(kind, from.Kind)!.Value;
            for (var office = await offices.OfKindAtAsync(to, from.PlaceCode, default); office!.Kind != OfficeKind.Ministry; steps++)
            {
                office = await offices.OfKindAtAsync(routes.Next(kind, office.Kind)!.Value, office.PlaceCode, default);
                Assert.NotNull(office);
            }
        }

        return steps;
    }
}
