using Microsoft.Playwright;
using OurVoice.Contracts.Cases;

namespace OurVoice.Tests.Journeys;

/// <summary>A weak line, an impatient thumb: one case, the same code. Without script, as the cheapest phone does it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SendingTwiceTests(BrowserFixture browser, SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task Double_click_reload_back_and_a_second_tab_make_one_case_with_one_code(string lang)
    {
        await using var phone = await browser.VisitorAsync(site.Address, script: false);
        var citizen = new Citizen(await phone.NewPageAsync(), lang);
        await citizen.WalkAsync(CaseKind.Support, "សុំជួសជុលស្ពាន។", site.Voice);
        var form = await citizen.Page.ContentAsync();
        var before = await site.SubmissionsAsync();

        await citizen.Send.DblClickAsync();
        var code = await citizen.CodeAsync();
        await citizen.Page.ReloadAsync();
        Assert.Equal(code, await citizen.CodeAsync());
        await BackAndSendAgainAsync(citizen);
        Assert.Equal(code, await citizen.CodeAsync());
        var second = await SecondTabAsync(phone, form, lang);
        await second.Send.ClickAsync();
        Assert.Equal(code, await second.CodeAsync());
        Assert.Equal(before + 1, await site.SubmissionsAsync());

        await citizen.PressAsync("kept");
        var third = await SecondTabAsync(phone, form, lang);
        await third.Send.ClickAsync();
        Assert.Equal(0, await third.Page.Locator(".code").CountAsync());
        Assert.Null(await third.Page.QuerySelectorAsync(".faults"));
        Assert.Equal(before + 1, await site.SubmissionsAsync());
    }

    [Fact]
    public async Task Two_tabs_that_send_at_the_same_moment_get_one_code()
    {
        await using var phone = await browser.VisitorAsync(site.Address, script: false);
        var citizen = new Citizen(await phone.NewPageAsync(), "km");
        await citizen.WalkAsync(CaseKind.Information, "សុំបញ្ជីថវិកាឃុំ។", site.Voice);
        var other = await SecondTabAsync(phone, await citizen.Page.ContentAsync(), "km");
        var before = await site.SubmissionsAsync();

        await Task.WhenAll(citizen.Send.ClickAsync(), other.Send.ClickAsync());

        Assert.Equal(await citizen.CodeAsync(), await other.CodeAsync());
        Assert.Equal(before + 1, await site.SubmissionsAsync());
    }

    // The page before is in no cache, so the browser asks whether to send it again: that is the reload here.
    private static async Task BackAndSendAgainAsync(Citizen citizen)
    {
        var back = citizen.Page.GoBackAsync();
        for (var i = 0; i < 200 && !await IsBackAsync(back, citizen); i++)
        {
            await Task.Delay(100);
            back = citizen.Page.ReloadAsync();
        }

        Assert.Equal("Statistics", await citizen.StepAsync());
        await citizen.Send.ClickAsync();
    }

    private static async Task<bool> IsBackAsync(Task<IResponse?> way, Citizen citizen)
    {
        try
        {
            await way;
            return await citizen.Page.Locator("input[name=step][value=Statistics]").CountAsync() > 0;
        }
        catch (PlaywrightException e) when (e.Message.Contains("ERR_CACHE_MISS", StringComparison.Ordinal) || e.Message.Contains("Not attached", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static async Task<Citizen> SecondTabAsync(IBrowserContext phone, string form, string lang)
    {
        var tab = new Citizen(await phone.NewPageAsync(), lang);
        await tab.StartAsync();
        await tab.Page.SetContentAsync(form);
        return tab;
    }
}
