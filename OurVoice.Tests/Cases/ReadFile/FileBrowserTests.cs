using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Submissions;
using OurVoice.Tests.Journeys;
using OurVoice.Tests.Media;
using OurVoice.Web.Accounts;

namespace OurVoice.Tests.Cases.ReadFile;

/// <summary>The viewer in a real browser, on a small screen and by keyboard alone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FileBrowserTests(BrowserFixture browsers, Pictures pictures) : IClassFixture<Pictures>
{
    [Theory]
    [InlineData(Lang.En, "Page 2 of 3")]
    [InlineData(Lang.Km, "ទំព័រ 2 នៃ 3")]
    public async Task Pages_are_turned_by_keyboard_and_shown_on_a_telephone(Lang language, string second)
    {
        await using var world = await DeskWorld.StartAsync(served: true);
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration, language: language);
        var id = await world.SendAsync(files: [pictures.Read("author.pdf"), pictures.Read("phone.jpg"), [.. "%PDF-1.7 cut"u8]]);
        var page = await world.PageAsync(browsers, officer, width: 360);
        await page.GotoAsync($"/desk/cases/{id}");
        await page.GotoAsync(new Uri(new Uri(page.Url), await page.Locator(".files a").First.GetAttributeAsync("href")).ToString());
        await Assertions.Expect(page.Locator(".sheet img")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await LooksGoodAsync(page);

        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("[role=status]").First).ToHaveTextAsync(second, new() { Timeout = 15_000 });
        Assert.EndsWith("?page=2", page.Url, StringComparison.Ordinal);
        await page.Locator("a[rel=next]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("a[rel=next]")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        await LooksGoodAsync(page);

        await page.Locator(".file-view nav.pager a").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".sheet img")).ToHaveAttributeAsync("alt", language == Lang.En ? "Picture 2 of the citizen. Opens in its full size." : "រូបថតទី 2 របស់ពលរដ្ឋ។ ចុចដើម្បីមើលទំហំពេញ។", new() { Timeout = 30_000 });
        await LooksGoodAsync(page);
        await page.Locator(".file-view nav.pager a").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".file-view .note")).ToContainTextAsync(language == Lang.En ? "damaged" : "ខូច", new() { Timeout = 30_000 });
        await LooksGoodAsync(page, hasSheet: false);
    }

    [Fact]
    public async Task An_open_viewer_ends_in_not_found_when_the_case_is_withdrawn_though_it_met_a_fault_before()
    {
        var fault = new Fault();
        await using var world = await DeskWorld.StartAsync(served: true, also: s => s.AddScoped<DeskActor>()
            .AddScoped<IDeskActor>(p => new Faulty(p.GetRequiredService<DeskActor>(), fault)));
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(files: pictures.Read("phone.jpg"));
        await using var db = world.Cases.Host.Read();
        var file = await db.Set<Attachment>().Select(a => a.Id).SingleAsync();
        var page = await world.PageAsync(browsers, officer);
        await page.GotoAsync($"/desk/cases/{id}/files/{file}");
        await Assertions.Expect(page.Locator(".sheet img")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        fault.IsThere = true;
        world.Cases.Time.Advance(TimeSpan.FromSeconds(11));
        for (var i = 0; fault.Met == 0 && i < 300; i++)
        {
            await Task.Delay(100);
        }

        Assert.NotEqual(0, fault.Met);
        fault.IsThere = false;
        await world.Cases.PublishAsync(new SubmissionWithdrawn(id, world.Cases.Citizen()));
        world.Cases.Time.Advance(TimeSpan.FromSeconds(11));
        await Assertions.Expect(page.Locator(".sheet")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
    }

    private static async Task LooksGoodAsync(IPage page, bool hasSheet = true)
    {
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id + ": " + string.Join(", ", v.Nodes.Select(n => n.Html))));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
        Assert.True(!hasSheet || await page.EvaluateAsync<bool>("(i => i.complete && i.naturalWidth > 300 && i.getBoundingClientRect().width <= 360)(document.querySelector('.sheet img'))"));
    }

    private sealed class Fault
    {
        public bool IsThere { get; set; }

        public int Met { get; set; }
    }

    /// <summary>Whoever asks who is signed in meets a database that is away.</summary>
    private sealed class Faulty(DeskActor me, Fault fault) : IDeskActor
    {
        public Task<DeskIdentity?> FindAsync(CancellationToken cancel) => Go().FindAsync(cancel);

        public Task<Actor> ActorAsync(CancellationToken cancel) => Go().ActorAsync(cancel);

        private DeskActor Go()
        {
            if (fault.IsThere)
            {
                fault.Met++;
                throw new InvalidOperationException("The database is away.");
            }

            return me;
        }
    }
}
