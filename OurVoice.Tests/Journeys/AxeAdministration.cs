using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Journeys;

/// <summary>The pages of an administrator.</summary>
internal sealed class AxeAdministration(BrowserFixture browser, SiteFixture site, Look look)
{
    private const string Route = "/desk/accounts";

    public async Task LookAsync()
    {
        await using var desk = await browser.VisitorAsync(site.Address);
        var page = await desk.NewPageAsync();
        var lang = look.Lang == "km" ? Lang.Km : Lang.En;
        await Officer.SignInAsync(page, await site.PersonAsync(lang, (OfficeIds.Ministry, MemberRole.Administrator)), look.Lang);
        await ListAsync(page);
        await NewAsync(page);
        await GoAsync(page, "/desk/audit", "/desk/audit?day=2020-01-01", "empty");
        await page.GotoAsync($"/desk/cases/{Guid.NewGuid()}");
        await GoAsync(page, "/desk/audit", "/desk/audit?act=", "filled");
        await GoAsync(page, "/desk/jobs", "/desk/jobs", "filled");
        await GoAsync(page, "/desk/outbox", "/desk/outbox", "empty");
        await page.GotoAsync("/desk/mailbox");
        await look.AtAsync(page, "/desk/mailbox");
    }

    private async Task ListAsync(IPage page)
    {
        await GoAsync(page, Route, Route, "filled");
        await GoAsync(page, Route, Route + "?state=disabled", "nobody");
        await Officer.FillAndSendAsync(page, "#email", "nobody@example.org");
        await look.AtAsync(page, Route, "not found");
        await GoAsync(page, Route + "/{Id:guid}", $"{Route}/{Guid.NewGuid()}", "unknown");
    }

    private async Task NewAsync(IPage page)
    {
        await GoAsync(page, Route + "/new", Route + "/new", "country");
        await GoAsync(page, Route + "/new", Route + "/new?at=0201", "district");
        await GoAsync(page, Route + "/new/{Office:guid}", $"{Route}/new/{SiteFixture.Office(OfficeKind.DistrictOneWindow)}", "empty");
        await page.FillAsync("#name", "ចាន់ ធី");
        await page.Locator("input[name=Role]").First.CheckAsync();
        await Officer.FillAndSendAsync(page, "#email", "no address");
        await look.AtAsync(page, Route + "/new/{Office:guid}", "refused");
        await Officer.FillAndSendAsync(page, "#email", $"new-{look.Lang}@example.org");
        await page.Locator("code.key").WaitForAsync();
        await look.AtAsync(page, Route + "/new/{Office:guid}", "made");
        await page.Locator("main a.button").ClickAsync();
        await page.Locator("dl.facts").WaitForAsync();
        await look.AtAsync(page, Route + "/{Id:guid}", "filled");
        await OfficesAsync(page, page.Url);
    }

    private async Task OfficesAsync(IPage page, string account)
    {
        await GoAsync(page, Route + "/{Id:guid}/office", account + "/office");
        await GoAsync(page, Route + "/{Id:guid}/office/{Office:guid}", $"{account}/office/{SiteFixture.Office(OfficeKind.CommuneAdministration)}");
        await page.GotoAsync(account);
        await page.Locator("button[value=disable]").ClickAsync();
        await page.Locator("button[value=enable]").WaitForAsync();
        await look.AtAsync(page, Route + "/{Id:guid}", "disabled");
        await page.Locator("button[value=password]").ClickAsync();
        await page.Locator("code.key").WaitForAsync();
        await look.AtAsync(page, Route + "/{Id:guid}", "new password");
    }

    private async Task GoAsync(IPage page, string route, string address, string state = "plain")
    {
        await page.GotoAsync(address);
        await look.AtAsync(page, route, state);
    }
}
