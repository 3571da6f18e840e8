using Microsoft.Playwright;

namespace OurVoice.Tests.Journeys;

/// <summary>An officer at the desk.</summary>
internal sealed class Officer(IPage page)
{
    public IPage Page => page;

    public static async Task SignInAsync(IPage page, string email, string lang = "km", string password = SiteFixture.Password)
    {
        await page.GotoAsync($"/desk/account/login?lang={lang}");
        await TryAsync(page, email, password);
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
    }

    public static async Task TryAsync(IPage page, string email, string password)
    {
        await page.FillAsync("#email", email);
        await FillAndSendAsync(page, "#password", password);
    }

    /// <summary>Fills the last box of a plain form and sends it by its button.</summary>
    public static async Task FillAndSendAsync(IPage page, string box, string words)
    {
        await page.FillAsync(box, words);
        await page.Locator($"form:has({box}) button").First.ClickAsync();
    }

    /// <summary>Opens the case from the worklist by its number; false when the list does not show it.</summary>
    public async Task<bool> OpenAsync(string number, string query = "")
    {
        await page.GotoAsync($"/desk/cases?number={number}{query}");
        await page.Locator("table.worklist, .empty").First.WaitForAsync();
        var rows = page.Locator("table.worklist tbody th a");
        if (await rows.CountAsync() != 1)
        {
            return false;
        }

        await rows.ClickAsync();
        await page.Locator(".case-head").WaitForAsync();
        return true;
    }

    /// <summary>Opens the form of an act. The page may be shown before its circuit listens, so it is pressed until it opens.</summary>
    public async Task BeginAsync(string verb)
    {
        for (var i = 0; i < 160 && await page.Locator(".act-form").CountAsync() == 0; i++)
        {
            await page.Locator($"[data-verb={verb}]").ClickAsync();
            await page.WaitForTimeoutAsync(250);
        }
    }

    public async Task ActAsync(string verb, string? words = null, int? choice = null, string? body = null)
    {
        await BeginAsync(verb);
        if (choice is { } which)
        {
            await page.Locator(".act-form input[type=radio]").Nth(which).CheckAsync();
        }

        if (body is not null)
        {
            await page.SelectOptionAsync("#body", body);
        }

        if (words is not null)
        {
            await page.FillAsync("#act-words", words);
        }

        await page.Locator(".act-form button[type=submit]").ClickAsync();
        await page.Locator(".acts .good").WaitForAsync();
    }
}
