using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Tests.Cases.Ti;
using OurVoice.Tests.Journeys;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.ReadCase;

/// <summary>What an officer has open is lost by whoever may not learn of the case any more.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ExclusionBrowserTests(BrowserFixture browsers)
{
    // Half a minute is promised; a page asks every ten seconds.
    private const float Promised = 30_000;

    [Fact]
    public async Task An_open_page_loses_its_case_within_half_a_minute_of_a_late_naming_and_of_a_hand_over()
    {
        await using var world = await DeskWorld.StartAsync(served: true);
        var (judge, colleague) = (await world.JoinAsync("មាស សុភា", DistrictOmbudsman), await world.JoinAsync("ហេង សុភាព", DistrictOmbudsman));
        await world.JoinAsync("Chea Lina", TransparencyInternational);
        var (named, handed) = (await world.SendAsync("canary-named", CaseKind.Complaint), await world.SendAsync("canary-handed", CaseKind.Complaint));
        var (one, two) = (await OpenAsync(world, judge, named, "canary-named"), await OpenAsync(world, judge, handed, "canary-handed", byList: true));

        await world.Cases.CitizenNamesAsync(named, office: CaseWorld.Office(DistrictOmbudsman));
        await world.Cases.HandOverAsync(colleague, handed);
        await Task.WhenAll(GoneAsync(one, "canary-named"), GoneAsync(two, "canary-handed"));
        foreach (var page in new[] { one, two })
        {
            Assert.Equal(404, (await page.ReloadAsync())!.Status);
        }

        // What stays behind says the same of both as of a case that never was.
        await Assertions.Expect(one.Locator("main")).ToHaveTextAsync(await two.Locator("main").InnerTextAsync(), new() { UseInnerText = true });
    }

    // From the list the page comes without a load of its own, and its circuit may begin at the address of the list.
    private async Task<IPage> OpenAsync(DeskWorld world, Guid officer, Guid id, string story, bool byList = false)
    {
        var page = await world.PageAsync(browsers, officer);
        await page.GotoAsync(byList ? "/desk/cases" : $"/desk/cases/{id}");
        if (byList)
        {
            await page.Locator($"table.worklist a[href$='{id}']").ClickAsync();
        }

        await Assertions.Expect(page.GetByText(story)).ToBeVisibleAsync();
        return page;
    }

    private static Task GoneAsync(IPage page, string story) =>
        Assertions.Expect(page.GetByText(story)).ToHaveCountAsync(0, new() { Timeout = Promised });
}
