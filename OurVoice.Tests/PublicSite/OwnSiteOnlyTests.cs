using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.PublicSite;

/// <summary>What a citizen's browser is given and asked for: nothing that follows it, nothing from elsewhere.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OwnSiteOnlyTests(BrowserFixture browser, SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task A_whole_visit_asks_only_this_site_and_keeps_no_cookie(string lang)
    {
        await using var phone = await browser.VisitorAsync(site.Address);
        var page = await phone.NewPageAsync();
        var asked = new List<Uri>();
        var sockets = 0;
        page.Request += (_, r) => asked.Add(new Uri(r.Url));
        page.WebSocket += (_, _) => sockets++;
        var citizen = new Citizen(page, lang);
        await citizen.WalkAsync(CaseKind.Complaint, "មន្ត្រីទារលុយ។", site.Voice);
        await citizen.Send.ClickAsync();
        await citizen.TrackAsync(await citizen.CodeAsync());
        await page.Locator(".standing").WaitForAsync();

        Assert.True(asked.Count > 20, $"only {asked.Count} requests were seen");
        Assert.All(asked, a => Assert.Equal(site.Address.Authority, a.Authority));
        Assert.DoesNotContain(asked, a => a.AbsolutePath.Contains("blazor", StringComparison.OrdinalIgnoreCase) || a.AbsolutePath.StartsWith("/_", StringComparison.Ordinal));
        Assert.Equal(0, sockets);
        Assert.Empty(await phone.CookiesAsync());
        Assert.Equal("{}", await page.EvaluateAsync<string>("JSON.stringify({...localStorage, ...sessionStorage})"));
    }

    [Fact]
    public async Task The_desk_keeps_its_cookies_to_itself()
    {
        await using var desk = await browser.VisitorAsync(site.Address);
        var page = await desk.NewPageAsync();
        await Officer.SignInAsync(page, await site.PersonAsync(Contracts.Host.Lang.En, (SiteFixture.Office(Contracts.Places.OfficeKind.CommuneAdministration), MemberRole.Officer)));

        var cookies = await desk.CookiesAsync();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, c => Assert.Equal(("/desk", true), (c.Path, c.HttpOnly)));

        foreach (var address in new[] { "/km/", "/en/submit/support", "/en/track", "/en/services" })
        {
            var answer = await page.GotoAsync(address);
            Assert.Equal(200, answer!.Status);
            Assert.DoesNotContain("cookie", (await answer.Request.AllHeadersAsync()).Keys);
            Assert.DoesNotContain("set-cookie", (await answer.AllHeadersAsync()).Keys);
        }
    }
}
