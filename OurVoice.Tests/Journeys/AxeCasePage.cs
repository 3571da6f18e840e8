using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Journeys;

/// <summary>The page of a case with a voice note: each of its forms open, refused, and done.</summary>
internal sealed class AxeCasePage(BrowserFixture browser, SiteFixture site, Look look)
{
    private const string Route = "/desk/cases/{Id:guid}";

    public async Task LookAsync()
    {
        var number = await FileAsync();
        await using var desk = await browser.VisitorAsync(site.Address);
        var page = await desk.NewPageAsync();
        var officer = new Officer(page);
        var lang = look.Lang == "km" ? Lang.Km : Lang.En;
        await Officer.SignInAsync(page, await site.PersonAsync(lang, (SiteFixture.Office(OfficeKind.CommuneAdministration), MemberRole.Head)), look.Lang);
        await page.GotoAsync("/desk/cases");
        await page.Locator("table.worklist").WaitForAsync();
        await look.AtAsync(page, "/desk/cases", "filled");
        await page.GotoAsync($"/desk/cases/{Guid.NewGuid()}");
        await look.AtAsync(page, Route, "unknown");
        Assert.True(await officer.OpenAsync(number));
        await look.AtAsync(page, Route, "received");
        await FileAsync(page);
        await FormsAsync(officer);
        await officer.ActAsync("Claim");
        await look.AtAsync(page, Route, "claimed");
        await officer.ActAsync("Close", "រួចរាល់។", choice: 0);
        await look.AtAsync(page, Route, "closed");
    }

    private async Task FileAsync(IPage page)
    {
        const string Viewer = "/desk/cases/{Id:guid}/files/{FileId:guid}";
        var address = page.Url;
        var content = await page.Locator(".files audio").GetAttributeAsync("src");
        await page.GotoAsync(content!.Replace("/content", "", StringComparison.Ordinal));
        await look.AtAsync(page, Viewer, "recording");
        await page.GotoAsync($"{new Uri(address).AbsolutePath}/files/{Guid.NewGuid()}");
        await look.AtAsync(page, Viewer, "unknown");
        await page.GotoAsync(address);
        await page.Locator("[data-verb]").First.WaitForAsync();
    }

    private async Task FormsAsync(Officer officer)
    {
        var page = officer.Page;
        var verbs = await page.Locator("[data-verb]").EvaluateAllAsync<string[]>("all => all.map(b => b.dataset.verb)");
        Assert.Contains("Assign", verbs);
        foreach (var verb in verbs)
        {
            await officer.BeginAsync(verb);
            await look.AtAsync(page, Route, verb);
            if (await page.Locator("#act-words").CountAsync() > 0)
            {
                await page.Locator(".act-form button[type=submit]").ClickAsync();
                await page.Locator(".act-form .error").WaitForAsync();
                await look.AtAsync(page, Route, verb + " refused");
            }

            await page.Locator(".act-form button[type=button]").First.ClickAsync();
            await page.Locator("[data-verb]").First.WaitForAsync();
        }
    }

    private async Task<string> FileAsync()
    {
        await using var phone = await browser.VisitorAsync(site.Address, script: false);
        var citizen = new Citizen(await phone.NewPageAsync(), look.Lang);
        await citizen.WalkAsync(CaseKind.Information, "សុំបញ្ជីថវិកាឃុំ។", site.Voice);
        await citizen.PressAsync("next");
        await citizen.TrackAsync(await citizen.CodeAsync());
        return await citizen.NumberAsync();
    }
}
