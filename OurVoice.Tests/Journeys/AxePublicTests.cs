using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Journeys;

/// <summary>Every public page, filled, empty and in error, on a screen of 360 px.</summary>
[Collection(EveryPageCollection.Name)]
public sealed class AxePublicTests(BrowserFixture browser, SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Submit = "/{lang}/submit";
    private const string Kind = "/{lang}/submit/{kind}";
    private const string Track = "/{lang}/track";

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task Every_public_page_is_usable_by_everybody(string lang)
    {
        await using var phone = await browser.VisitorAsync(site.Address);
        var look = new Look(site, lang);
        var page = await phone.NewPageAsync();
        await FactsAsync(look, page);
        await FormAsync(look, page);
        await TrackingAsync(look, page, await FileAsync(look, new Citizen(page, lang)));
        look.Judge(route => !route.StartsWith("/desk", StringComparison.Ordinal));
    }

    private static async Task FactsAsync(Look look, IPage page)
    {
        var lang = look.Lang;
        await GoAsync(look, page, "/{lang}", $"/{lang}/");
        await GoAsync(look, page, "/{lang}/safety", $"/{lang}/safety");
        await GoAsync(look, page, "/{lang}/services", $"/{lang}/services");
        await GoAsync(look, page, "/{lang}/services", $"/{lang}/services?q=birth", "search");
        await GoAsync(look, page, "/{lang}/services", $"/{lang}/services?q=zzzzzz", "nothing found");
        await GoAsync(look, page, "/{lang}/services/{code}", $"/{lang}/services/CR-01");
        await GoAsync(look, page, "/{lang}/services/{code}", $"/{lang}/services/none", "unknown");
        await GoAsync(look, page, "/{lang}/offices/{office:guid}", $"/{lang}/offices/{SiteFixture.Office(OfficeKind.CommuneAdministration)}", "open");
        await GoAsync(look, page, "/{lang}/offices/{office:guid}", $"/{lang}/offices/{OfficeIds.Of(OfficeKind.CommuneAdministration, "020101")}", "not open");
        await GoAsync(look, page, "/{lang}/offices/{office:guid}", $"/{lang}/offices/{Guid.NewGuid()}", "unknown");
        await GoAsync(look, page, "/not-found", $"/{lang}/nothing-here");
        await page.GotoAsync("/error");
        await look.AtAsync(page, "/error", sayingLang: false);
    }

    private static async Task FormAsync(Look look, IPage page)
    {
        await GoAsync(look, page, Submit, $"/{look.Lang}/submit", "choice of kind");
        await GoAsync(look, page, Kind, $"/{look.Lang}/submit/corruption", "corruption");
        await GoAsync(look, page, Kind, $"/{look.Lang}/submit/nothing", "unknown");
        await page.GotoAsync($"/{look.Lang}/submit/support");
        await PressAsync(page, "next");
        await look.AtAsync(page, Submit, "no place");
    }

    private async Task<string> FileAsync(Look look, Citizen citizen)
    {
        citizen.Shown = step => step == "start" ? Task.CompletedTask : look.AtAsync(citizen.Page, FormRoute(citizen.Page.Url), step);
        await citizen.WalkAsync(CaseKind.Support, "សុំជួសជុលស្ពាន។", site.Voice);
        await citizen.PressAsync("next");
        var code = await citizen.CodeAsync();
        await citizen.PressAsync("kept");
        return code;
    }

    // A file is posted to an address of its own, which answers with a page of the form.
    private static string FormRoute(string url) => url.EndsWith("/submit", StringComparison.Ordinal) ? Submit : Kind;

    private static async Task TrackingAsync(Look look, IPage page, string code)
    {
        await GoAsync(look, page, Track, $"/{look.Lang}/track", "empty");
        await page.FillAsync("#code", "1234");
        await PressAsync(page, "open");
        await look.AtAsync(page, Track, "wrong code");
        await page.FillAsync("#code", code);
        await PressAsync(page, "open");
        await look.AtAsync(page, Track, "received");
        await PressAsync(page, "send");
        await look.AtAsync(page, Track, "empty message");
        await PressAsync(page, "withdraw");
        await look.AtAsync(page, Track, "withdraw?");
        await PressAsync(page, "withdraw-now");
        await look.AtAsync(page, Track, "withdrawn");
    }

    private static Task PressAsync(IPage page, string go) => page.Locator($"button[name=go][value={go}]").First.ClickThroughAsync();

    private static async Task GoAsync(Look look, IPage page, string route, string address, string state = "plain")
    {
        await page.GotoAsync(address);
        await look.AtAsync(page, route, state);
    }
}
