using System.Net;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Places;
using OurVoice.Places;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Places.ShowServices;

namespace OurVoice.Tests.Places.ShowOffice;

public sealed class OfficePageTests
{
    private static readonly Guid Commune = OfficeIds.Of(OfficeKind.CommuneAdministration, "020103");

    [Theory]
    [InlineData("km", "រដ្ឋបាលឃុំបាយដំរាំ", "en", "មិនទាន់មានមន្ត្រីនៅការិយាល័យនេះ", "ចន្ទ")]
    [InlineData("en", "Bay Damram Commune Administration", "km", "Nobody in this office works with Our Voice yet", "Monday")]
    public async Task It_says_its_name_in_both_languages_its_place_its_hours_and_that_it_is_not_open(string lang, string name, string other, string state, string monday)
    {
        await using var host = await TestHost.CreateAsync();
        var page = await ServicesPageTests.PageAsync(host, $"/{lang}/offices/{Commune}");
        Assert.Equal(name, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(other, page.QuerySelector("h1 + p")!.GetAttribute("lang"));
        var main = page.QuerySelector("main")!.TextContent;
        Assert.Contains(state, main, StringComparison.Ordinal);
        Assert.Contains(lang == "km" ? "ខេត្តបាត់ដំបង › ស្រុកបាណន់ › ឃុំបាយដំរាំ" : "Battambang Province › Banan District › Bay Damram Commune", main, StringComparison.Ordinal);
        Assert.Contains(monday, page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("07:30–11:30, 14:00–17:00", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main a[href='/{lang}/submit/support?at=020103']"));
        Assert.NotNull(page.QuerySelector($"main a[href='/{lang}/submit/complaint']"));
        Assert.NotNull(page.QuerySelector($"main a[href='/{lang}/services/CR-01']"));
    }

    [Theory]
    [InlineData(OfficeState.Open, "This office works with Our Voice.", true)]
    [InlineData(OfficeState.Closed, "This office is closed", false)]
    public async Task The_state_is_said_as_it_is(OfficeState state, string sentence, bool hasDoors)
    {
        await using var host = await TestHost.CreateAsync();
        await host.StartAsync();
        await using (var db = host.Read())
        {
            (await db.Set<Office>().SingleAsync(o => o.Id == Commune)).Become(state);
            await db.SaveChangesAsync();
        }

        var page = await ServicesPageTests.PageAsync(host, $"/en/offices/{Commune}");
        Assert.Contains(sentence, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(hasDoors, page.QuerySelector("main a[href^='/en/submit/']") is not null);
    }

    [Fact]
    public async Task Transparency_International_is_asked_about_corruption_only()
    {
        await using var host = await TestHost.CreateAsync();
        var page = await ServicesPageTests.PageAsync(host, $"/en/offices/{OfficeIds.TransparencyInternational}");
        Assert.Equal(["/en/submit/corruption"], page.QuerySelectorAll("main a.button").Select(a => a.GetAttribute("href")));
        Assert.Contains("not part of the government", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/km/offices/3f2504e0-4f89-41d3-9a0c-0305e82c3301")]
    [InlineData("/en/offices/020103")]
    [InlineData("/desk/offices/3f2504e0-4f89-41d3-9a0c-0305e82c3301")]
    public async Task An_unknown_office_is_a_404(string address)
    {
        await using var host = await TestHost.CreateAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Phone().GetAsync(address)).StatusCode);
    }
}
