using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Journeys;

/// <summary>Office hours and holidays as the government's administrator has them: lists, the walk to an office, forms, and forms refused.</summary>
internal sealed class AxeCalendar(BrowserFixture browser, SiteFixture site, Look look)
{
    private const string Hours = "/desk/hours";
    private const string Holidays = "/desk/holidays";

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
        await HolidaysAsync(page);
    }

    private async Task HolidaysAsync(IPage page)
    {
        await GoAsync(page, Holidays, Holidays + "?year=no", "no year");
        await GoAsync(page, Holidays + "/{Year:int}", Holidays + "/2031", "empty");
        await GoAsync(page, Holidays + "/{Year:int}", Holidays + "/2026?done=1", "saved");
        await page.Locator("button[value=confirm]").ClickAsync();
        await page.Locator("main p.error").WaitForAsync();
        await look.AtAsync(page, Holidays + "/{Year:int}", "refused");
        var day = await page.Locator("main table a").First.GetAttributeAsync("href");
        await GoAsync(page, Holidays + "/{Year:int}/{Day:guid}", day!);
        await GoAsync(page, Holidays + "/{Year:int}/new", Holidays + "/2026/new");
        await page.Locator("button[value=save]").ClickAsync();
        await page.Locator("main p.error").WaitForAsync();
        await look.AtAsync(page, Holidays + "/{Year:int}/new", "refused");
        await GoAsync(page, Holidays + "/import", Holidays + "/import");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "days.csv", MimeType = "text/csv", Buffer = "date,name_en\n"u8.ToArray() });
        await page.Locator("main form button").ClickAsync();
        await page.Locator("main .error").WaitForAsync();
        await look.AtAsync(page, Holidays + "/import", "refused");
    }

    private async Task GoAsync(IPage page, string route, string address, string state = "plain")
    {
        await page.GotoAsync(address);
        await look.AtAsync(page, route, state);
    }
}
