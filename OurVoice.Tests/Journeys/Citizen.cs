using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Journeys;

/// <summary>A citizen with a telephone: presses the buttons of the pages, and never goes to an address that no page shows.</summary>
internal sealed class Citizen(IPage page, string lang)
{
    private const int MostSteps = 25;

    public IPage Page => page;

    public ILocator Send => Button("next");

    /// <summary>What the phone calls the file.</summary>
    public string FileName { get; init; } = "voice.m4a";

    /// <summary>Called with the name of the step, or of what stands beside the form, whenever a page has come.</summary>
    public Func<string, Task> Shown { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called with the name of the step before it is sent off, to fill in more.</summary>
    public Func<string, Task> Answering { get; init; } = _ => Task.CompletedTask;

    public async Task StartAsync()
    {
        await page.GotoAsync($"/{lang}/");
        await Shown("start");
    }

    /// <summary>From the start page through the first step of a kind.</summary>
    public async Task ChooseAsync(CaseKind kind)
    {
        await StartAsync();
        var word = kind.ToString().ToLowerInvariant();
        await page.Locator($".doors button[value={word}], .doors a[href$='submit/{word}']").ClickThroughAsync();
        await Shown(await StepAsync() ?? "none");
    }

    /// <summary>Walks to the page that carries Send.</summary>
    public async Task WalkAsync(CaseKind kind, string story, byte[] voice)
    {
        await ChooseAsync(kind);
        for (var i = 0; i < MostSteps && await StepAsync() is { } step; i++)
        {
            if (step == "Statistics")
            {
                return;
            }

            await AnswerAsync(step, story, voice);
        }

        Assert.Fail($"The form did not come to its end: {await page.InnerTextAsync("main")}");
    }

    public async Task PressAsync(string go)
    {
        await Button(go).ClickThroughAsync();
        await Shown(await StepAsync() ?? go);
    }

    /// <summary>The code on the receipt, as digits.</summary>
    public async Task<string> CodeAsync() => OurVoice.Contracts.Host.Digits.ToAscii(await page.Locator(".paper .code").First.InnerTextAsync());

    public async Task TrackAsync(string code)
    {
        await StartAsync();
        await page.Locator(".doors a[href$=track]").ClickThroughAsync();
        await Shown("track");
        await page.FillAsync("#code", code);
        await PressAsync("open");
    }

    /// <summary>The number by which the office speaks of the case.</summary>
    public async Task<string> NumberAsync() => (await page.Locator(".standing dd").Last.InnerTextAsync()).Trim();

    /// <summary>Null on a page that is no step of the form.</summary>
    public async Task<string?> StepAsync() =>
        await page.QuerySelectorAsync("form input[name=step]") is { } step ? await step.GetAttributeAsync("value") : null;

    private ILocator Button(string go) => page.Locator($"button[name=go][value='{go}']").First;

    private async Task AnswerAsync(string step, string story, byte[] voice)
    {
        switch (step)
        {
            case "Place":
                var under = await page.InputValueAsync("input[name=under]");
                await page.SelectOptionAsync("#place", SiteFixture.Commune[..(under.Length + 2)]);
                break;
            case "Office":
                await page.CheckAsync($"input[name=office][value='{SiteFixture.Office(OfficeKind.CommuneAdministration)}']");
                break;
            case "Story":
                await page.FillAsync("#story", story);
                await PressAsync("files");
                await page.SetInputFilesAsync("#file", new FilePayload { Name = FileName, MimeType = "audio/mp4", Buffer = voice });
                await PressAsync("filed");
                break;
            case "Risk":
                await page.CheckAsync("input[name=risk][value=Threatened]");
                await page.FillAsync("#afraid", "ខ្លាចគេដឹង");
                break;
            case "Money":
                await page.CheckAsync("input[name=money][value=No]");
                break;
        }

        await Answering(step);
        await PressAsync("next");
    }
}
