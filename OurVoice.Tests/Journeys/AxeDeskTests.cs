using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Web.Accounts;

namespace OurVoice.Tests.Journeys;

/// <summary>Every page of the desk, as whoever may see it, filled, empty and in error, on a screen of 360 px.</summary>
[Collection(EveryPageCollection.Name)]
public sealed class AxeDeskTests(BrowserFixture browser, SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task Every_page_of_the_desk_is_usable_by_everybody(string lang)
    {
        var look = new Look(site, lang);
        await DoorAsync(look);
        await RolesAsync(look);
        await WorklistAsync(look);
        await new AxeCasePage(browser, site, look).LookAsync();
        await new AxeTiPages(browser, site, look).LookAsync();
        await new AxeAdministration(browser, site, look).LookAsync();
        await new AxeFigures(browser, site, look).LookAsync();
        await new AxePolicies(browser, site, look).LookAsync();
        await new AxeCalendar(browser, site, look).LookAsync();
        look.Judge(route => route.StartsWith("/desk", StringComparison.Ordinal));
    }

    private async Task DoorAsync(Look look)
    {
        await using var desk = await browser.VisitorAsync(site.Address);
        var page = await desk.NewPageAsync();
        await page.GotoAsync($"/desk/account/login?lang={look.Lang}");
        await look.AtAsync(page, "/desk/account/login", "empty");
        await Officer.TryAsync(page, "nobody@example.org", "wrong");
        await look.AtAsync(page, "/desk/account/login", "wrong password");
        var email = await site.PersonAsync(Language(look), (SiteFixture.Office(OfficeKind.DistrictOneWindow), MemberRole.Officer), (SiteFixture.Office(OfficeKind.DistrictOmbudsman), MemberRole.Head));
        await Officer.SignInAsync(page, email, look.Lang);
        await ProfileAsync(look, page);
        await SecondStepAsync(look, page, email);
    }

    private static async Task ProfileAsync(Look look, IPage page)
    {
        foreach (var name in new[] { "", "/profile", "/password", "/notices", "/office", "/language", "/leave", "/logout" })
        {
            await page.GotoAsync("/desk/account" + name);
            await look.AtAsync(page, "/desk/account" + name);
        }

        await page.GotoAsync("/desk/account/password");
        await page.FillAsync("#old", SiteFixture.Password);
        await page.FillAsync("#new", "short");
        await page.FillAsync("#again", "other");
        await page.Locator("form:has(#old) button").ClickAsync();
        await look.AtAsync(page, "/desk/account/password", "refused");
    }

    private async Task SecondStepAsync(Look look, IPage page, string email)
    {
        const string Route = "/desk/account/authenticator";
        await page.GotoAsync(Route);
        await look.AtAsync(page, Route, "enrol");
        var key = await page.InnerTextAsync("code.key");
        await EnterAsync(page, "000000");
        await look.AtAsync(page, Route, "wrong code");
        await EnterAsync(page, TotpCodes.Code(Base32.Decode(key), site.Host.Time.GetUtcNow().ToUnixTimeSeconds() / 30));
        await page.Locator("ul.codes").WaitForAsync();
        await look.AtAsync(page, Route, "recovery codes");
        await page.GotoAsync(Route);
        await look.AtAsync(page, Route, "on");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"/desk/account/login?lang={look.Lang}");
        await Officer.TryAsync(page, email, SiteFixture.Password);
        await StepAsync(look, page, "/desk/account/two-factor");
        await page.Locator("main a").ClickAsync();
        await StepAsync(look, page, "/desk/account/recovery");
    }

    private static async Task StepAsync(Look look, IPage page, string route)
    {
        await page.Locator("#code").WaitForAsync();
        await look.AtAsync(page, route, "empty");
        await EnterAsync(page, "000000");
        await page.Locator(".error").WaitForAsync();
        await look.AtAsync(page, route, "wrong code");
    }

    private async Task RolesAsync(Look look)
    {
        (Guid, MemberRole)[] seats =
        [
            (OfficeIds.Ministry, MemberRole.Administrator), (OfficeIds.TransparencyInternational, MemberRole.Analyst),
            (OfficeIds.TransparencyInternational, MemberRole.Officer),
        ];
        foreach (var seat in seats)
        {
            await HomeAsync(look, seat.Item2.ToString(), seat);
        }

        await HomeAsync(look, "no office");
    }

    private async Task HomeAsync(Look look, string who, params (Guid, MemberRole)[] seats)
    {
        await using var desk = await browser.VisitorAsync(site.Address);
        var page = await desk.NewPageAsync();
        await Officer.SignInAsync(page, await site.PersonAsync(Language(look), seats), look.Lang);
        await page.GotoAsync("/desk/");
        var route = new Uri(page.Url).AbsolutePath.TrimEnd('/');
        await look.AtAsync(page, route, who);
        Assert.NotEmpty(await page.Locator("main").InnerTextAsync());
    }

    private async Task WorklistAsync(Look look)
    {
        await using var desk = await browser.VisitorAsync(site.Address);
        var page = await desk.NewPageAsync();
        await Officer.SignInAsync(page, await site.PersonAsync(Language(look), (SiteFixture.Office(OfficeKind.ProvincialOneWindow), MemberRole.Officer)), look.Lang);
        foreach (var (query, state) in new[] { ("", "empty"), ("?part=late", "nothing late"), ("?number=0000000000", "no such number") })
        {
            await page.GotoAsync("/desk/cases" + query);
            await look.AtAsync(page, "/desk/cases", state);
        }

        foreach (var (query, state) in new[] { ("", "empty"), ("?part=answered", "nothing answered") })
        {
            await page.GotoAsync("/desk/statements" + query);
            await look.AtAsync(page, "/desk/statements", state);
        }

        await page.GotoAsync($"/desk/statements/{Guid.NewGuid()}");
        await look.AtAsync(page, "/desk/statements/{Id:guid}", "unknown");
        await page.GotoAsync("/desk/intake");
        await look.AtAsync(page, "/desk/intake", "choice of kind");
        await page.Locator("button[value=support]").ClickAsync();
        await look.AtAsync(page, "/desk/intake", "place");
        await page.GotoAsync("/desk/not-found");
        await look.AtAsync(page, "/desk/not-found");
    }

    private static Task EnterAsync(IPage page, string code) => Officer.FillAndSendAsync(page, "#code", code);

    private static Lang Language(Look look) => look.Lang == "km" ? Lang.Km : Lang.En;
}
