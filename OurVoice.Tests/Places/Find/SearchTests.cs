using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places.Find;

public sealed class SearchTests
{
    [Theory, EveryDatabase]
    public async Task A_place_is_found_in_both_scripts_however_it_is_typed(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        foreach (var words in new[] { "កណ្តាល", "កណ្ដាល", "កណ្\u200Bតាល", "Kandal", "kandal", "ខេត្តកណ្តាល", "Kandal Province", "Kandall" })
            Assert.Equal("08", (await SearchAsync(host, words))[0].Code);
        Assert.Equal("02", (await SearchAsync(host, "Batambang"))[0].Code);
        Assert.Empty(await SearchAsync(host, "xyzzyx"));
        Assert.Empty(await SearchAsync(host, "\u200B \u200B"));
    }

    [Theory, EveryDatabase]
    public async Task A_place_is_found_by_its_other_spelling(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        Assert.Equal((await SearchAsync(host, "Poipet"))[0].Code, (await SearchAsync(host, "Paoy Paet"))[0].Code);
    }

    [Theory, EveryDatabase]
    public async Task The_path_begins_at_the_province_and_children_stand_in_the_order_of_their_codes(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var places = host.Services.GetRequiredService<IPlaces>();
        Assert.Equal(["02", "0201", "020103"], (await places.PathAsync("020103", on: null, default)).Select(p => p.Code));
        Assert.Empty(await places.PathAsync("020199", on: null, default));
        Assert.Empty(await places.PathAsync("../..", on: null, default));
        Assert.Equal(25, (await places.ChildrenAsync(code: null, default)).Count);
        Assert.Equal(Enumerable.Range(1, 14).Select(n => $"02{n:00}"), (await places.ChildrenAsync("02", default)).Select(p => p.Code));
    }

    [Theory, EveryDatabase]
    public async Task The_office_that_serves_a_place_stands_there_or_above_and_those_above_follow_nearest_first(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var offices = host.Services.GetRequiredService<IOffices>();
        Assert.Equal("0201", (await offices.OfKindAtAsync(OfficeKind.DistrictOmbudsman, "02010301", default))!.PlaceCode);
        Assert.Null(await offices.OfKindAtAsync(OfficeKind.CommuneAdministration, "02", default));
        Assert.Equal("Ministry of Interior", (await offices.OfKindAtAsync(OfficeKind.Ministry, code: null, default))!.NameEn);
        var above = await offices.AboveAsync(OfficeIds.Of(OfficeKind.HealthCentre, "020103"), default);
        Assert.Equal(["0201", "0201", "0201", "02", "02", "02", null], above.Select(o => o.PlaceCode));
        Assert.Empty(await offices.AboveAsync(OfficeIds.TransparencyInternational, default));
        Assert.Null(await offices.FindAsync(Guid.NewGuid(), default));
    }

    [Fact]
    public async Task A_health_centre_gives_its_own_services_only()
    {
        await using var host = await TestHost.CreateAsync();
        var services = host.Services.GetRequiredService<IServices>();
        Assert.Equal(["IS-02"], (await services.OfOfficeAsync(OfficeKind.HealthCentre, default)).Select(s => s.Code));
        Assert.DoesNotContain(await services.OfOfficeAsync(OfficeKind.CommuneAdministration, default), s => s.Code is "IS-02" or "IS-03");
        Assert.Empty(await services.OfOfficeAsync(OfficeKind.ProvincialOmbudsman, default));
    }

    private static Task<IReadOnlyList<PlaceInfo>> SearchAsync(TestHost host, string words) =>
        host.Services.GetRequiredService<IPlaces>().SearchAsync(words, 10, default);
}
