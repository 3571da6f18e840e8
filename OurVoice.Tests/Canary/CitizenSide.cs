using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.Canary;

/// <summary>A case from the side of whoever sent it.</summary>
/// <param name="Citizen">On the page of the case.</param>
/// <param name="Number">By which the office speaks of it.</param>
/// <param name="Words">What was typed, by what it is; each is a canary.</param>
internal sealed record SentCase(Citizen Citizen, string Number, IReadOnlyDictionary<string, string> Words);

/// <summary>What citizens do: file, follow, answer, name somebody, withdraw.</summary>
internal sealed class CitizenSide(Canaries canaries, string photos)
{
    /// <summary>Files a case with a picture, a name and a contact, and opens it by its code.</summary>
    /// <param name="visitor">Whose browser.</param>
    /// <param name="kind">Of what kind.</param>
    /// <param name="lang">Of the pages.</param>
    /// <param name="channel">Sms or Email.</param>
    public async Task<SentCase> SendAsync(Visitor visitor, CaseKind kind, string lang, string channel)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        string Say(string what) => words[what] = canaries.Words($"{kind}: {what}");
        var citizen = new Citizen(visitor.Page, lang)
        {
            FileName = canaries.Word($"{kind}: file name") + ".jpg",
            Answering = step => AnswerAsync(visitor.Page, step, kind, channel, words, Say),
            Shown = _ => visitor.NoteAsync(),
        };
        await citizen.WalkAsync(kind, Say("story"), await Photo.TakeAsync($"{kind}: picture", photos, canaries));
        await citizen.PressAsync("next");
        var code = await citizen.CodeAsync();
        canaries.Code($"{kind}: code", code);
        await citizen.PressAsync("kept");
        await MistypeAsync(citizen, code);
        await visitor.Page.FillAsync("#code", OurVoice.Contracts.Host.Digits.ToKhmer(string.Join(' ', code.Chunk(3).Select(g => new string(g)))));
        await citizen.PressAsync("open");
        return new(citizen, await citizen.NumberAsync(), words);
    }

    /// <summary>The office's words are on the citizen's page.</summary>
    public static async Task SeesAsync(SentCase sent, string words)
    {
        await sent.Citizen.PressAsync("show");
        Assert.Contains(words, await sent.Citizen.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    public async Task<string> ReplyAsync(SentCase sent)
    {
        var words = canaries.Words("a citizen's reply");
        await sent.Citizen.Page.FillAsync("#words", words);
        await sent.Citizen.PressAsync("send");
        return words;
    }

    public async Task AddFileAsync(SentCase sent)
    {
        var page = sent.Citizen.Page;
        await sent.Citizen.PressAsync("files");
        var name = canaries.Word("later file's name") + ".jpg";
        await page.SetInputFilesAsync("#other", new FilePayload { Name = name, MimeType = "image/jpeg", Buffer = await Photo.TakeAsync("later picture", photos, canaries) });
        await page.Locator("form.files:has(#other) button").ClickThroughAsync();
        await sent.Citizen.PressAsync("attach");
    }

    public async Task<string> NameSomebodyAsync(SentCase sent)
    {
        var name = canaries.Words("name said later");
        await sent.Citizen.Page.Locator("#name summary").ClickAsync();
        await sent.Citizen.Page.FillAsync("#accused", name);
        await sent.Citizen.PressAsync("name");
        return name;
    }

    /// <summary>With a message begun and not sent.</summary>
    public async Task WithdrawAsync(SentCase sent)
    {
        await sent.Citizen.Page.FillAsync("#words", canaries.Words("message that was never sent"));
        await sent.Citizen.PressAsync("withdraw");
        await sent.Citizen.PressAsync("withdraw-now");
        await sent.Citizen.Page.Locator("#undo").WaitForAsync();
    }

    private static async Task MistypeAsync(Citizen citizen, string code)
    {
        await citizen.TrackAsync(code[..^1] + (char)('0' + ((code[^1] - '0' + 1) % 10)));
        await citizen.Page.Locator("#code-error").WaitForAsync();
    }

    private async Task AnswerAsync(IPage page, string step, CaseKind kind, string channel, Dictionary<string, string> words, Func<string, string> say)
    {
        switch (step)
        {
            case "When":
                await page.FillAsync("#when", say("when"));
                break;
            case "About":
                await page.FillAsync("#accused", say("accused"));
                break;
            case "Risk":
                await page.FillAsync("#afraid", say("afraid"));
                break;
            case "You":
                words["contact"] = channel == "Email" ? canaries.Word($"{kind}: e-mail") + "@example.org" : canaries.Phone($"{kind}: phone");
                await page.CheckAsync("input[name=named][value=yes]");
                await page.FillAsync("#name", say("name"));
                await page.CheckAsync($"input[name=channel][value={channel}]");
                await page.FillAsync("#contact", words["contact"]);
                await page.FillAsync("#hours", say("hours"));
                await page.CheckAsync("input[name=tell]");
                break;
        }
    }
}
