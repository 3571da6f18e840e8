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
        var seen = await officer.Page.InnerTextAsync("main");
        Assert.All(words, w => Assert.Contains(w, seen, StringComparison.Ordinal));
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
        // The page may be shown before its circuit listens.
        for (var i = 0; i < 160 && await name.CountAsync() == 0; i++)
        {
            await page.SelectOptionAsync("#identity-reason", "Danger");
            await page.ClickAsync("form.identity button");
            await page.WaitForTimeoutAsync(250);
        }

        await Assertions.Expect(name).ToBeVisibleAsync();
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
        for (var i = 0; i < 160 && await page.GetByText(answer).CountAsync() == 0; i++)
        {
            await page.FillAsync("#answer-words", answer);
            await page.Locator(".act-form button[type=submit]").ClickAsync();
            await page.WaitForTimeoutAsync(500);
        }

        return answer;
    }
}
