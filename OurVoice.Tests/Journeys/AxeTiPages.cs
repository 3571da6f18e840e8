using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Journeys;

/// <summary>Transparency International's pages: a report with each of its forms open and refused, and the list of who waits for a yes.</summary>
internal sealed class AxeTiPages(BrowserFixture browser, SiteFixture site, Look look)
{
    private const string Route = "/desk/cases/{Id:guid}";
    private const string Approvals = "/desk/approvals";
    private const string Identities = "/desk/identities";

    public async Task LookAsync()
    {
        await using var phone = await browser.VisitorAsync(site.Address, script: false);
        var citizen = new Citizen(await phone.NewPageAsync(), look.Lang);
        await citizen.WalkAsync(CaseKind.Corruption, "គេទារប្រាក់។", site.Voice);
        await citizen.PressAsync("next");
        await citizen.TrackAsync(await citizen.CodeAsync());
        var number = await citizen.NumberAsync();
        await using var desk = await browser.VisitorAsync(site.Address);
        var head = new Officer(await desk.NewPageAsync());
        await Officer.SignInAsync(head.Page, await site.PersonAsync(look.Lang == "km" ? Lang.Km : Lang.En, (OfficeIds.TransparencyInternational, MemberRole.Head)), look.Lang);
        Assert.True(await head.OpenAsync(number));
        await FormsAsync(head, ["Assess"]);
        await head.ActAsync("Assess", "គួរទទួល។", choice: 0);
        await FormsAsync(head, ["Accept", "Decline"]);
        await head.ActAsync("Accept");
        await FormsAsync(head, ["AskConsent", "RecordConsent"]);
        await head.ActAsync("AskConsent", "តើបានទេ?", body: "court");
        await look.AtAsync(head.Page, Route, "consent asked");
        await citizen.PressAsync("show");
        await ApprovalsAsync(head.Page);
        await head.Page.GotoAsync(Identities);
        await look.AtAsync(head.Page, Identities);
    }

    private async Task FormsAsync(Officer officer, string[] verbs)
    {
        foreach (var verb in verbs)
        {
            await officer.BeginAsync(verb);
            await look.AtAsync(officer.Page, Route, verb);
            await officer.Page.Locator(".act-form button[type=button]").First.ClickAsync();
            await officer.Page.Locator("[data-verb]").First.WaitForAsync();
        }
    }

    private async Task ApprovalsAsync(IPage page)
    {
        await page.GotoAsync(Approvals);
        await look.AtAsync(page, Approvals, "nobody");
        await using var other = await browser.VisitorAsync(site.Address);
        var mony = await other.NewPageAsync();
        await Officer.SignInAsync(mony, await site.PersonAsync(Lang.Km, (OfficeIds.TransparencyInternational, MemberRole.Administrator)));
        await mony.GotoAsync($"/desk/accounts/new/{OfficeIds.TransparencyInternational}");
        await mony.FillAsync("#name", "ចាន់ ធី");
        await mony.Locator("input[name=Role]").First.CheckAsync();
        await Officer.FillAndSendAsync(mony, "#email", $"worker-{look.Lang}@example.org");
        await mony.Locator(".good a[href='/desk/approvals']").WaitForAsync();
        await page.GotoAsync(Approvals);
        await page.Locator("[data-approve]").First.WaitForAsync();
        await look.AtAsync(page, Approvals, "somebody waits");
        for (var i = 0; i < 40 && await page.Locator("[data-approve]").CountAsync() > 0; i++)
        {
            await page.Locator("[data-approve]").First.ClickAsync();
            await page.WaitForTimeoutAsync(250);
        }

        await page.Locator(".empty").WaitForAsync();
        await page.Locator("[data-half]").First.WaitForAsync();
        await look.AtAsync(page, Approvals, "agreed, and half of a password waits");
        await page.Locator("[data-half]").First.ClickAsync();
        await page.Locator("code.key").First.WaitForAsync();
        await look.AtAsync(page, Approvals, "half of a password shown");
    }
}
