using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Journeys;

/// <summary>
/// A report of corruption from end to end: without script, in Khmer; Transparency International reads the danger first, takes it up,
/// asks for consent and passes it on only then. A complaint that is handed over leaves its office in the same breath.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class CorruptionJourneyTests(BrowserFixture browser, SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Story = "មន្ត្រីទារប្រាក់ ២០០.០០០ រៀល។";
    private const string Question = "តើយើងអាចប្រាប់អង្គភាពបានទេ?";

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task TI_takes_a_report_up_and_passes_it_on_with_consent_only(string lang)
    {
        await using var phone = await browser.VisitorAsync(site.Address, script: false);
        await using var desk = await browser.VisitorAsync(site.Address, width: 1100);
        var citizen = new Citizen(await phone.NewPageAsync(), lang);
        var (code, number) = await FileAsync(citizen, CaseKind.Corruption);
        await using var elsewhere = await browser.VisitorAsync(site.Address, width: 1100);
        Assert.False(await (await site.SitAsync(elsewhere, OfficeKind.Ministry, lang)).OpenAsync(number), "the Ministry sees a report of corruption");

        var lina = await site.SitAsync(desk, OfficeKind.TransparencyInternational, lang);
        Assert.True(await lina.OpenAsync(number));
        Assert.Contains("ខ្លាចគេដឹង", await lina.Page.InnerTextAsync(".case-main .panel >> nth=0"), StringComparison.Ordinal);
        await lina.ActAsync("Assess", "គួរទទួល។", choice: 1);
        await lina.ActAsync("Accept");
        Assert.Equal(0, await lina.Page.Locator("[data-verb=Refer]").CountAsync());
        await lina.ActAsync("AskConsent", Question, body: "acu");

        await citizen.TrackAsync(code);
        Assert.Contains(Question, await citizen.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await citizen.Page.Locator("button[value^='agree:']").ClickAsync();
        Assert.Equal(1, await citizen.Page.Locator("#consents button[value^='refuse:']").CountAsync());
        Assert.True(await lina.OpenAsync(number));
        await lina.ActAsync("Refer", "បានផ្ញើទៅអង្គភាព។", body: "acu");
        await lina.ActAsync("FollowUp", "គេកំពុងពិនិត្យ។");
        await lina.ActAsync("Close", "ចប់។", choice: 0);
        await citizen.PressAsync("show");
        Assert.Equal(0, await citizen.Page.Locator("#consents button").CountAsync());
    }

    [Fact]
    public async Task A_complaint_that_is_handed_over_is_gone_from_its_office_and_stands_at_TI()
    {
        await using var phone = await browser.VisitorAsync(site.Address, script: false);
        await using var desk = await browser.VisitorAsync(site.Address, width: 1100);
        await using var ti = await browser.VisitorAsync(site.Address, width: 1100);
        var citizen = new Citizen(await phone.NewPageAsync(), "km");
        var (_, number) = await FileAsync(citizen, CaseKind.Complaint);
        var bopha = await site.SitAsync(desk, OfficeKind.DistrictOmbudsman, "km");
        Assert.True(await bopha.OpenAsync(number));
        var address = bopha.Page.Url;
        await bopha.BeginAsync("HandOver");
        await bopha.Page.CheckAsync("#sure");
        await bopha.Page.FillAsync("#act-words", "រឿងនេះជាអំពើពុករលួយ។");
        await bopha.Page.Locator(".act-form button[type=submit]").ClickAsync();
        await bopha.Page.WaitForURLAsync(url => url.EndsWith("/desk/cases", StringComparison.Ordinal));
        Assert.False(await bopha.OpenAsync(number));
        Assert.Equal(404, (await bopha.Page.GotoAsync(address))!.Status);
        Assert.True(await (await site.SitAsync(ti, OfficeKind.TransparencyInternational, "km")).OpenAsync(number));
        await citizen.PressAsync("show");
        Assert.Contains("អំពើពុករលួយ", await citizen.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task<(string Code, string Number)> FileAsync(Citizen citizen, CaseKind kind)
    {
        await citizen.WalkAsync(kind, Story, site.Voice);
        await citizen.PressAsync("next");
        var code = await citizen.CodeAsync();
        await citizen.TrackAsync(code);
        return (code, await citizen.NumberAsync());
    }
}
