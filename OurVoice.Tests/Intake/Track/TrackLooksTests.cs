using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Receipt;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.Intake.Track;

/// <summary>
/// The tracking page in a real browser without script, in each state and with its errors: axe finds nothing, nothing is wider
/// than the screen, no cookie is left. With OURVOICE_SHOTS naming a folder it leaves pictures there.
/// </summary>
public sealed class TrackLooksTests
{
    private static readonly string? Shots = Environment.GetEnvironmentVariable("OURVOICE_SHOTS");

    [Theory]
    [InlineData("km", 360)]
    [InlineData("en", 360)]
    [InlineData("km", 1100)]
    public async Task A_case_is_followed_to_its_end_without_script(string lang, int width)
    {
        await using var world = await TrackWorld.StartAsync(serve: true);
        await world.Cases.JoinAsync("ចាន់ សុភា", OfficeKind.DistrictOneWindow);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        });
        var plain = await browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = 740 } });
        var judge = await browser.NewContextAsync(new() { BypassCSP = true, ViewportSize = new() { Width = width, Height = 740 } });
        var walk = new Walk(world, await plain.NewPageAsync(), await judge.NewPageAsync(), lang, width);
        await walk.CodesAsync();
        await walk.SupportAsync();
        await walk.InformationAsync();
        await walk.ReportAsync();
        Assert.True(walk.Found.Count == 0, string.Join('\n', walk.Found));
        Assert.Empty(await plain.CookiesAsync());
    }

    private sealed class Walk(TrackWorld world, IPage page, IPage judge, string lang, int width)
    {
        private int _number;

        public List<string> Found { get; } = [];

        public async Task CodesAsync()
        {
            await GoAsync();
            await LookAsync("code");
            await page.FillAsync("#code", "123");
            await PressAsync("open", "code-not-a-code");
            await page.FillAsync("#code", ReceiptCode.New().Grouped());
            await page.EnterThroughAsync();
            await LookAsync("code-unknown");
        }

        public async Task SupportAsync()
        {
            var (id, code) = await world.SendAsync(story: "ផ្ទះខ្ញុំលិចទឹក");
            await OpenAsync(code, "received");
            await world.Cases.AcknowledgeAsync(world.Officer, id);
            await world.Cases.AskAsync(world.Officer, id, "សូមប្រាប់យើងថា ផ្ទះរបស់អ្នកនៅភូមិណា?\nតើមានមនុស្សប៉ុន្មាននាក់?");
            await PressAsync("show", "asked");
            await PressAsync("send", "asked-empty");
            await PressAsync("files", "files");
            await AttachAsync([0x4D, 0x5A, .. new byte[300]], "files-refused");
            await AttachAsync(Upload.UploadTests.Voice, "files-one");
            await PressAsync("show", "files-waiting");
            await PressAsync("files", "files-again");
            await PressAsync("attach", "files-sent");
            await page.FillAsync("#words", "Village of Kouk Ponley, five people.\n" + new string('x', 90));
            await PressAsync("send", "answered-back");
            await world.Cases.ReplyAsync(world.Officer, id, "យើងបានផ្តល់អង្ករ 50 គីឡូក្រាម ជូនគ្រួសារអ្នក នៅថ្ងៃទី 3 មិថុនា។");
            await PressAsync("show", "answer");
            await page.CheckAsync("input[value=no]");
            await PressAsync("judge", "judge-no-reason");
            await page.FillAsync("#reason", "មិនទាន់បានទទួលអ្វីទេ។");
            world.Cases.Time.Advance(TimeSpan.FromMinutes(16));
            await PressAsync("judge", "expired");
            await page.FillAsync("#code", code.GroupedInKhmer());
            await PressAsync("open", "opened-again");
            await page.CheckAsync("input[value=no]");
            await PressAsync("judge", "one-level-up");
            await PressAsync("withdraw", "withdraw");
            await PressAsync("withdraw-now", "withdrawn");
            await PressAsync("undo", "undone");
        }

        public async Task InformationAsync()
        {
            var (id, code) = await world.SendAsync(CaseKind.Information);
            await world.Cases.AskFeeAsync(world.Officer, id, 4_000);
            await GoAsync();
            await OpenAsync(code, "fee");
            await PressAsync("fee", "fee-accepted");
            await world.Cases.CloseAsync(world.Officer, id, CaseOutcome.NotWithinMandate, "health", words: "សូមទៅក្រសួងសុខាភិបាល។");
            await PressAsync("show", "closed");
        }

        // Nobody works at Transparency International in this world.
        public async Task ReportAsync()
        {
            var (_, code) = await world.SendAsync(CaseKind.Corruption, side: Side.Ti);
            await GoAsync();
            await OpenAsync(code, "nobody-at-ti");
        }

        private async Task GoAsync() => await page.GotoAsync(new Uri(world.Cases.Host.ClientOptions.BaseAddress, $"/{lang}/track").ToString());

        private async Task OpenAsync(ReceiptCode code, string name)
        {
            await page.FillAsync("#code", code.Grouped());
            await PressAsync("open", name);
        }

        private async Task AttachAsync(byte[] content, string name)
        {
            await page.SetInputFilesAsync("#other", new FilePayload { Name = "a.mp3", MimeType = "audio/mpeg", Buffer = content });
            await page.Locator("button[value=filed]").Last.ClickThroughAsync();
            await LookAsync(name);
        }

        private async Task PressAsync(string go, string name)
        {
            await page.Locator($"button[value={go}]").First.ClickThroughAsync();
            await LookAsync(name);
        }

        // axe needs script, so it reads the same markup in a page of its own.
        private async Task LookAsync(string name)
        {
            _number++;
            if (Shots is not null)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{lang}-{width}-{_number.ToString("D2", CultureInfo.InvariantCulture)}-{name}.png"), FullPage = true });
            }

            await judge.GotoAsync(world.Cases.Host.ClientOptions.BaseAddress.ToString());
            await judge.SetContentAsync(await page.ContentAsync());
            var result = await judge.RunAxe();
            Found.AddRange(result.Violations.Select(v => $"{name}: {v.Id} {v.Nodes.FirstOrDefault()?.Html}"));
            if (await judge.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
            {
                Found.Add($"{name}: wider than the screen");
            }
        }
    }
}
