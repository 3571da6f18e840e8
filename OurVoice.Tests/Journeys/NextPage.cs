using Microsoft.Playwright;

namespace OurVoice.Tests.Journeys;

/// <summary>A click, or Enter, returns before the answer stands: what is read then may still be the page before.</summary>
internal static class NextPage
{
    public static Task ClickThroughAsync(this ILocator button) => ThroughAsync(button.Page, () => button.ClickAsync());

    public static Task EnterThroughAsync(this IPage page) => ThroughAsync(page, () => page.Keyboard.PressAsync("Enter"));

    private static async Task ThroughAsync(IPage page, Func<Task> leave)
    {
        await page.EvaluateAsync("document.documentElement.setAttribute('data-left', '')");
        await leave();
        await page.Locator("html:not([data-left])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync();
    }
}
