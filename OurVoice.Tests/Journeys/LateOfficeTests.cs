using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Ladder;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Journeys;

/// <summary>Nobody answers, so the case climbs: the late office keeps reading what it had and may only send its answer up.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LateOfficeTests(BrowserFixture browser, SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Story = "អណ្ដូងទឹកក្នុងភូមិខូច។";
    private const string Above = "ថ្នាក់លើសរសេរទៅប្រជាពលរដ្ឋ។";
    private const string Late = "ចម្លើយយឺតរបស់ឃុំ។";

    [Fact]
    public async Task A_late_office_reads_the_case_as_it_stood_and_sends_its_answer_up()
    {
        var number = await FileAsync();
        var time = (FakeTime)site.Host.Time;
        time.Advance(TimeSpan.FromDays(20));
        await site.Host.Services.GetServices<ISweep>().OfType<SweepDueCases>().Single().RunAsync(default);

        await using var higherDesk = await browser.VisitorAsync(site.Address, width: 1100);
        var higher = await site.SitAsync(higherDesk, OfficeKind.DistrictOneWindow, "km");
        Assert.True(await higher.OpenAsync(number), "the next level does not see the late case");
        await higher.ActAsync("Reply", Above, choice: 1);

        await using var desk = await browser.VisitorAsync(site.Address, width: 1100);
        var late = await site.SitAsync(desk, OfficeKind.CommuneAdministration, "km");
        Assert.True(await late.OpenAsync(number, "&part=late"), "the late office has lost sight of the case");
        var seen = await late.Page.InnerTextAsync("main");
        Assert.Contains(Story, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Above, seen, StringComparison.Ordinal);
        Assert.Equal(["Note", "Recuse"], await late.Page.Locator("[data-verb]").EvaluateAllAsync<string[]>("all => all.map(b => b.dataset.verb)"));
        await late.ActAsync("Note", Late);
        Assert.True(await higher.OpenAsync(number));
        Assert.Contains(Late, await higher.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task<string> FileAsync()
    {
        await using var phone = await browser.VisitorAsync(site.Address, script: false);
        var citizen = new Citizen(await phone.NewPageAsync(), "km");
        await citizen.WalkAsync(CaseKind.Support, Story, site.Voice);
        await citizen.PressAsync("next");
        await citizen.TrackAsync(await citizen.CodeAsync());
        return await citizen.NumberAsync();
    }
}
