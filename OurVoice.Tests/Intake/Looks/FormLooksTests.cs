using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OurVoice.Tests.Journeys;
using Xunit.Abstractions;

namespace OurVoice.Tests.Intake.Looks;

/// <summary>
/// Every page of the form in a real browser without script, 360 px wide, with its faults shown: axe finds nothing and nothing
/// is wider than the screen. With OURVOICE_SHOTS naming a folder it leaves pictures there.
/// </summary>
public sealed class FormLooksTests(ITestOutputHelper output)
{
    private static readonly string? Shots = Environment.GetEnvironmentVariable("OURVOICE_SHOTS");

    [Theory]
    [InlineData("km", 360)]
    [InlineData("en", 1100)]
    public async Task Every_page_of_a_complaint_is_usable_on_a_small_screen_without_script(string lang, int width)
    {
        await using var host = await IntakeHost.ServeAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        });
        var plain = await browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = 740 } });
        var judge = await browser.NewContextAsync(new() { BypassCSP = true, ViewportSize = new() { Width = width, Height = 740 } });
        var walk = new Walk(await plain.NewPageAsync(), await judge.NewPageAsync(), host.ClientOptions.BaseAddress, $"{lang}-{width}");
        await walk.ThroughAsync(lang);
        output.WriteLine($"{walk.Seen} pages");
        Assert.Empty(walk.Found);
    }

    private sealed class Walk(IPage page, IPage judge, Uri site, string name)
    {
        public int Seen { get; private set; }

        public List<string> Found { get; } = [];

        public async Task ThroughAsync(string lang)
        {
            foreach (var address in new[] { "", "safety", "submit", "submit/corruption", "submit/complaint" })
            {
                await page.GotoAsync(new Uri(site, $"/{lang}/{address}").ToString());
                await JudgeAsync(address.Length == 0 ? "start" : address.Replace('/', '-'));
            }

            await FaultAsync("place");
            await page.FillAsync("#find", "battambang");
            await PressAsync("search");
            await JudgeAsync("place-search");
            await page.GotoAsync(new Uri(site, $"/{lang}/submit/complaint?at=0201").ToString());
            await page.SelectOptionAsync("#place", "other");
            await FaultAsync("commune-typed");
            await page.SelectOptionAsync("#place", IntakeHost.Commune);
            await PressAsync("next");
            await FaultAsync("office");
            await page.CheckAsync("input[value=none]");
            await PressAsync("next");
            await JudgeAsync("service");
            await PressAsync("next");
            await FaultAsync("story");
            await page.FillAsync("#story", string.Concat(Enumerable.Repeat("ខ្ញុំទៅធ្វើសំបុត្រកំណើតឱ្យកូន គេប្រាប់ថាត្រូវបង់លុយ។ ", 8)));
            await PressAsync("files");
            await JudgeAsync("files");
            await page.SetInputFilesAsync("#other", new FilePayload { Name = "a.exe", MimeType = "image/jpeg", Buffer = [0x4D, 0x5A, .. new byte[300]] });
            await page.Locator("button[value=filed]").Last.ClickThroughAsync();
            await JudgeAsync("files-refused");
            await PressAsync("back");
            await PressAsync("next");
            await page.FillAsync("#when", new string('ក', 300));
            await FaultAsync("when");
            await page.FillAsync("#when", "ខែមីនា");
            await PressAsync("next");
            await JudgeAsync("about");
            await PressAsync("next");
            await page.CheckAsync("input[value=Yes]");
            await page.FillAsync("#amount", "ច្រើន");
            await FaultAsync("money");
            await page.FillAsync("#amount", "២០.០០០");
            await PressAsync("next");
            await JudgeAsync("you");
            await page.CheckAsync("input[name=named][value=yes]");
            await page.FillAsync("#contact", "12");
            await FaultAsync("you-named");
            await page.FillAsync("#contact", "012 345 678");
            await PressAsync("next");
            await FaultAsync("ti-only");
            await page.CheckAsync("input[name=tionly][value=no]");
            await PressAsync("next");
            await JudgeAsync("check");
            await PressAsync("next");
            await JudgeAsync("statistics");
            await PressAsync("next");
            await JudgeAsync("receipt");
            await PressAsync("kept");
            await JudgeAsync("done");
        }

        private async Task FaultAsync(string what)
        {
            await PressAsync("next");
            if (await page.Locator(".faults").CountAsync() == 0)
            {
                Found.Add($"{what}: no fault shown");
            }

            await JudgeAsync(what + "-fault");
        }

        private Task PressAsync(string go) => page.Locator($"button[name=go][value={go}]").First.ClickThroughAsync();

        // axe needs script, so it looks at a copy of what the page without script shows.
        private async Task JudgeAsync(string what)
        {
            Seen++;
            await judge.GotoAsync(new Uri(site, "/health/live").ToString());
            await judge.SetContentAsync(await page.ContentAsync());
            var result = await judge.RunAxe();
            Found.AddRange(result.Violations.Select(v => $"{name} {what}: {v.Id} {v.Nodes[0].Html}"));
            var wide = await judge.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wide > 0)
            {
                Found.Add($"{name} {what}: {wide} px wider than the screen");
            }

            if (Shots is not null)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{name}-{Seen:00}-{what}.png"), FullPage = true });
            }
        }
    }
}
