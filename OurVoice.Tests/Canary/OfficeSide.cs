using Microsoft.Playwright;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.Canary;

/// <summary>What offices do with a case; each reading proves that the words did arrive.</summary>
internal sealed class OfficeSide(Canaries canaries)
{
    public static async Task<Officer> SitAsync(Visitor visitor, string who)
    {
        await Officer.SignInAsync(visitor.Page, who + DemoSignIns.Domain, "km", DemoSignIns.Password);
        await visitor.NoteCookiesAsync();
        return new Officer(visitor.Page);
    }

    /// <summary>Opens the case and sees these words.</summary>
    public static async Task ReadAsync(Officer officer, SentCase sent, params string[] words)
    {
        Assert.True(await officer.OpenAsync(sent.Number), "the office does not see the case");
        foreach (var word in words)
        {
            // Where the database lets one wait, the page is empty for a moment while its circuit begins.
            await Assertions.Expect(officer.Page.Locator("main")).ToContainTextAsync(word);
        }
    }

    public static async Task LookAtPictureAsync(Officer officer)
    {
        var back = officer.Page.Url;
        await officer.Page.Locator(".files a").First.ClickAsync();
        await Assertions.Expect(officer.Page.Locator(".sheet img")).ToBeVisibleAsync();
        await officer.Page.WaitForFunctionAsync("document.querySelector('.sheet img').naturalWidth === 640");
        await officer.Page.GotoAsync(back);
        await officer.Page.Locator(".case-head").WaitForAsync();
    }

    public static async Task OpenIdentityAsync(Officer officer, SentCase sent)
    {
        var page = officer.Page;
        var name = page.GetByText(sent.Words["name"]);
        await UntilAsync(name, async () =>
        {
            await page.SelectOptionAsync("#identity-reason", "Danger", Briefly.Select);
            await page.ClickAsync("form.identity button", Briefly.Click);
        });
        await Assertions.Expect(page.GetByText(sent.Words["contact"])).ToBeVisibleAsync();
    }

    public async Task<string> ActAsync(Officer officer, string verb, int? choice = null, string? body = null)
    {
        var words = canaries.Words("an officer's words: " + verb);
        await officer.ActAsync(verb, words, choice, body);
        return words;
    }

    /// <summary>Types a note that is not sent, and waits until it is kept.</summary>
    public async Task BeginNoteAsync(Officer officer)
    {
        await officer.BeginAsync("Note");
        await officer.Page.Locator("#act-words").PressSequentiallyAsync(canaries.Words("an officer's draft"));
        await Assertions.Expect(officer.Page.Locator("#act-draft")).Not.ToBeEmptyAsync();
    }

    /// <summary>The asked office reads the question and answers.</summary>
    public async Task<string> AnswerStatementAsync(Officer asked, string question)
    {
        var page = asked.Page;
        await page.GotoAsync("/desk/statements");
        await page.Locator("table.worklist tbody th a").First.ClickAsync();
        await Assertions.Expect(page.GetByText(question)).ToBeVisibleAsync();
        var answer = canaries.Words("an officer's statement");
        await UntilAsync(page.GetByText(answer), async () =>
        {
            await page.FillAsync("#answer-words", answer, Briefly.Fill);
            await page.ClickAsync(".act-form button[type=submit]", Briefly.Click);
        });
        return answer;
    }

    // The page may be shown before its circuit listens, and the form may be gone between two presses.
    private static async Task UntilAsync(ILocator shown, Func<Task> press)
    {
        for (var i = 0; i < 60 && !await shown.IsVisibleAsync(); i++)
        {
            try
            {
                await press();
                await shown.WaitForAsync(new() { Timeout = Briefly.Milliseconds });
            }
            catch (TimeoutException)
            {
                // Pressed again, unless it is there by now.
            }
        }

        await Assertions.Expect(shown).ToBeVisibleAsync();
    }

    private static class Briefly
    {
        public const float Milliseconds = 1_000;

        public static PageClickOptions Click { get; } = new() { Timeout = Milliseconds };

        public static PageFillOptions Fill { get; } = new() { Timeout = Milliseconds };

        public static PageSelectOptionOptions Select { get; } = new() { Timeout = Milliseconds };
    }
}
