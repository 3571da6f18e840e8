using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Journeys;

/// <summary>The rules of time as the Ministry's head has them: the versions, the form, the form refused, and its preview; and the age list.</summary>
internal sealed class AxePolicies(BrowserFixture browser, SiteFixture site, Look look)
{
    private const string Ages = "/desk/ages";
    private const string List = "/desk/policies";
    private const string New = "/desk/policies/new";

    public async Task LookAsync()
    {
        await using var desk = await browser.VisitorAsync(site.Address);
        var page = await desk.NewPageAsync();
        await Officer.SignInAsync(page, await site.PersonAsync(look.Lang == "km" ? Lang.Km : Lang.En, (OfficeIds.Ministry, MemberRole.Head)), look.Lang);
        await page.GotoAsync(Ages);
        await look.AtAsync(page, Ages);
        await page.GotoAsync(Ages + "?province=25");
        await look.AtAsync(page, Ages, "nothing fits");
        await page.GotoAsync(List);
        await look.AtAsync(page, List);
        await page.GotoAsync(New);
        await look.AtAsync(page, New);
        await page.FillAsync("#warnings", "90, 20");
        await page.Locator("button[value=preview]").ClickAsync();
        await page.Locator("main p.error").WaitForAsync();
        await look.AtAsync(page, New, "refused");
        await page.FillAsync("#warnings", "50");
        await page.Locator("button[value=preview]").ClickAsync();
        await page.Locator("button[value=publish]").WaitForAsync();
        await look.AtAsync(page, New, "preview");
    }
}
