using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Submissions;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.Cases;

[Collection(BrowserCollection.Name)]
public sealed class Shots(BrowserFixture browsers)
{
    [Fact]
    public async Task Take()
    {
        Directory.CreateDirectory("/tmp/shots");
        await using var world = await DeskWorld.StartAsync(served: true);
        var en = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration, MemberRole.Head);
        var km = await world.JoinAsync("ចាន់ វិបុល", OfficeKind.CommuneAdministration, language: Lang.Km);
        var empty = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman);
        Guid id = default;
        var wav = Wav();
        for (var i = 0; i < 30; i++)
        {
            world.Cases.Time.Advance(TimeSpan.FromHours(9));
            id = await world.SendAsync("ខ្ញុំបានទៅសុំសំបុត្រកំណើតឱ្យកូន ប៉ុន្តែគេថាត្រូវរង់ចាំ។\nMy mother asked for a birth certificate and they said to come back. ", i % 3 == 0 ? CaseKind.Information : CaseKind.Support, service: i % 2 == 0 ? "CR-01" : null, voice: i == 29 ? wav : null);
        }
        await world.Cases.AcknowledgeAsync(km, id);
        await world.Cases.AskAsync(km, id, "សូមអរគុណដែលបានសរសេរមក។ តើរឿងនេះកើតឡើងនៅថ្ងៃណា?");
        await world.Cases.NoteAsync(km, id, "បានទូរស័ព្ទទៅស្មៀន");
        File.WriteAllText("/tmp/shots/case.html", await (await (await world.ClientAsync(en)).GetAsync($"/desk/cases/{id}")).Content.ReadAsStringAsync());
        foreach (var (who, name) in new[] { (en, "en"), (km, "km") })
        foreach (var width in new[] { 360, 1200 })
        {
            var page = await world.PageAsync(browsers, who, width);
            page.Console += (_, m) => File.AppendAllText("/tmp/shots/log.txt", m.Type + " " + m.Text + "\n");
            await page.GotoAsync("/desk/cases");
            await page.WaitForTimeoutAsync(800);
            await page.ScreenshotAsync(new() { Path = $"/tmp/shots/list-{name}-{width}.png", FullPage = width > 500 });
            await page.GotoAsync($"/desk/cases/{id}");
            await page.WaitForTimeoutAsync(1200);
            await page.ScreenshotAsync(new() { Path = $"/tmp/shots/case-{name}-{width}.png", FullPage = true });
            foreach (var verb in await page.Locator("[data-verb]").EvaluateAllAsync<string[]>("all => all.map(b => b.dataset.verb)"))
            {
                await page.ClickAsync($"[data-verb={verb}]");
                await page.WaitForSelectorAsync(".act-form");
                if (name == "en" || verb == "Close") await page.Locator(".acts").ScreenshotAsync(new() { Path = $"/tmp/shots/act-{verb}-{name}-{width}.png" });
                await page.ClickAsync(".act-form button.quiet");
            }
        }
        var none = await world.PageAsync(browsers, empty, 360);
        await none.GotoAsync("/desk/cases");
        await none.ScreenshotAsync(new() { Path = "/tmp/shots/empty.png" });
        await none.GotoAsync($"/desk/cases/{id}");
        await none.ScreenshotAsync(new() { Path = "/tmp/shots/404.png" });
    }

    private static byte[] Wav()
    {
        using var s = new MemoryStream(); using var w = new BinaryWriter(s);
        w.Write("RIFF"u8); w.Write(36 + 16000); w.Write("WAVEfmt "u8); w.Write(16); w.Write((short)1); w.Write((short)1); w.Write(8000); w.Write(16000); w.Write((short)2); w.Write((short)16); w.Write("data"u8); w.Write(16000); w.Write(new byte[16000]);
        return s.ToArray();
    }
}
