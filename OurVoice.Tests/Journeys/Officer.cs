using Microsoft.Playwright;

namespace OurVoice.Tests.Journeys;

/// <summary>An officer at the desk.</summary>
internal static class Officer
{
    public static async Task SignInAsync(IPage page, string email, string lang = "km")
    {
        await page.GotoAsync($"/desk/account/login?lang={lang}");
        await TryAsync(page, email, SiteFixture.Password);
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
    }

    public static async Task TryAsync(IPage page, string email, string password)
    {
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.Locator("form:has(#password) button").ClickAsync();
    }
}
