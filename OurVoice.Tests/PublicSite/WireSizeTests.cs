using System.Text;
using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Demo;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.PublicSite;

/// <summary>What a visit costs on the line, headers included, with the published build: a megabyte is money.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WireSizeTests(BrowserFixture browser, PublishedSite site) : IClassFixture<PublishedSite>
{
    private const int FirstVisit = 60 * 1024;
    private const int NextStep = 12 * 1024;
    private const int Clusters = 1_000;

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task First_visit_and_each_step_stay_small(string lang)
    {
        await using var phone = await browser.VisitorAsync(site.Address);
        var page = await phone.NewPageAsync();
        var wire = await Wire.OfAsync(page);
        var citizen = new Citizen(page, lang) { Shown = wire.EndAsync };
        await citizen.WalkAsync(CaseKind.Complaint, Story(), site.Voice);
        await citizen.PressAsync("back");
        await citizen.PressAsync("to:Story");
        Assert.Equal(Clusters, Contracts.Host.Clusters.Count(await page.InputValueAsync("#story")));
        Assert.Equal(1, await page.Locator("p.done").CountAsync());
        await citizen.PressAsync("next");
        await citizen.PressAsync("next");
        await citizen.PressAsync("next");
        await citizen.TrackAsync(await citizen.CodeAsync());
        await page.Locator(".standing").WaitForAsync();

        // A passing test's own output is not shown by scripts/test.
        Console.WriteLine($"Bytes on the line, {lang}:\n{wire}");
        Assert.Equal("br", wire.Encoding);
        var icon = await IconAsync(page);
        Assert.InRange(wire.Pages[0].Value + icon, icon + 1, FirstVisit);
        Assert.All(wire.Pages.Skip(1), p => Assert.True(p.Value <= NextStep, $"{p.Key}: {p.Value} bytes"));
    }

    // Invented stories one after the other, because one story repeated would shrink to nothing.
    private static string Story()
    {
        var words = new StringBuilder();
        for (var i = 0; Contracts.Host.Clusters.Count(words.ToString()) < Clusters; i++)
        {
            words.Append(DemoStories.All[i].Words(Lang.Km, i, new DateOnly(2026, 6, 1)));
        }

        return Contracts.Host.Clusters.First(words.ToString(), Clusters);
    }

    // Chromium without a window asks for no icon.
    private static async Task<int> IconAsync(IPage page)
    {
        var icon = await page.APIRequest.GetAsync(await page.Locator("link[rel=icon]").EvaluateAsync<string>("l => l.href"));
        Assert.True(icon.Ok);
        return (await icon.BodyAsync()).Length + 600;
    }
}
