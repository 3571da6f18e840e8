using Microsoft.Playwright;

namespace OurVoice.Tests.Journeys;

/// <summary>A click returns before the answer stands: what is read then may still be the page before.</summary>
internal static class NextPage
{
    public static async Task ClickThroughAsync(this ILocator button)
    {
        var page = button.Page;
        await page.EvaluateAsync("document.documentElement.setAttribute('data-left', '')");
        await button.ClickAsync();
        await page.Locator("html:not([data-left])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync();
    }
}
