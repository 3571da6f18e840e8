using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Journeys;

/// <summary>Office hours as the government's administrator has them: the list, the walk to an office, the form, and the form refused.</summary>
internal sealed class AxeCalendar(BrowserFixture browser, SiteFixture site, Look look)
{
    private const string Hours = "/desk/hours";

    public async Task LookAsync()
    {
        await using var desk = await browser.VisitorAsync(site.Address);
        var page = await desk.NewPageAsync();
        await Officer.SignInAsync(page, await site.PersonAsync(look.Lang == "km" ? Lang.Km : Lang.En, (OfficeIds.Ministry, MemberRole.Administrator)), look.Lang);
        await GoAsync(page, Hours, Hours + "?done=1", "saved");
        await GoAsync(page, Hours + "/offices", Hours + "/offices", "country");
        await GoAsync(page, Hours + "/offices", Hours + "/offices?at=0201", "district");
        await GoAsync(page, Hours + "/offices/{Office:guid}", $"{Hours}/offices/{SiteFixture.Office(OfficeKind.DistrictOneWindow)}");
        await GoAsync(page, Hours + "/kinds/{OfficeKind}", Hours + "/kinds/PolicePost");
        await page.FillAsync("#day-2", "17:00-08:00");
        await page.Locator("button[value=set]").ClickAsync();
        await page.Locator("main p.error").WaitForAsync();
        await look.AtAsync(page, Hours + "/kinds/{OfficeKind}", "refused");
    }

    private async Task GoAsync(IPage page, string route, string address, string state = "plain")
    {
        await page.GotoAsync(address);
        await look.AtAsync(page, route, state);
    }
}
