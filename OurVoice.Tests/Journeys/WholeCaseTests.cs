using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Journeys;

/// <summary>
/// The main road from end to end: a citizen without script files with a voice note and keeps the code; officers ask, answer and
/// close; the citizen says no; the case stands one level up and nowhere else.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class WholeCaseTests(BrowserFixture browser, SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Story = "ស្ពានក្នុងភូមិបាក់តាំងពីខែមុន។";
    private const string Question = "តើស្ពាននៅត្រង់ណា?";
    private const string Answer = "នៅជិតសាលារៀន។";
    private const string Reply = "យើងនឹងជួសជុលនៅសប្ដាហ៍ក្រោយ។";

    [Theory]
    [InlineData(CaseKind.Support, "km", OfficeKind.CommuneAdministration, OfficeKind.DistrictOneWindow)]
    [InlineData(CaseKind.Support, "en", OfficeKind.CommuneAdministration, OfficeKind.DistrictOneWindow)]
    [InlineData(CaseKind.Information, "km", OfficeKind.CommuneAdministration, OfficeKind.DistrictOneWindow)]
    [InlineData(CaseKind.Information, "en", OfficeKind.CommuneAdministration, OfficeKind.DistrictOneWindow)]
    [InlineData(CaseKind.Complaint, "km", OfficeKind.DistrictOmbudsman, OfficeKind.ProvincialOmbudsman)]
    [InlineData(CaseKind.Complaint, "en", OfficeKind.DistrictOmbudsman, OfficeKind.ProvincialOmbudsman)]
    public async Task A_case_is_asked_answered_closed_and_refused_and_then_stands_one_level_up(CaseKind kind, string lang, OfficeKind first, OfficeKind above)
    {
        await using var phone = await browser.VisitorAsync(site.Address, script: false);
        await using var desk = await browser.VisitorAsync(site.Address, width: 1100);
        var citizen = new Citizen(await phone.NewPageAsync(), lang);
        var officer = await site.SitAsync(desk, first, lang);
        await citizen.WalkAsync(kind, Story, site.Voice);
        await citizen.PressAsync("next");
        var code = await citizen.CodeAsync();
        await citizen.TrackAsync(code);
        var number = await citizen.NumberAsync();

        await AskAsync(officer, number);
        await AnswerAsync(citizen);
        await EndAsync(officer, number);
        await RefuseAsync(citizen);
        await StandsAboveAsync(number, above, lang);
        await IsGoneAsync(officer, number);
    }

    private static async Task AskAsync(Officer officer, string number)
    {
        Assert.True(await officer.OpenAsync(number));
        Assert.Contains(Story, await officer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(1, await officer.Page.Locator("audio").CountAsync());
        await officer.ActAsync("Claim");
        await officer.ActAsync("Ask", Question);
    }

    private static async Task AnswerAsync(Citizen citizen)
    {
        await citizen.PressAsync("show");
        Assert.Contains(Question, await citizen.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await citizen.Page.FillAsync("#words", Answer);
        await citizen.PressAsync("send");
    }

    private static async Task EndAsync(Officer officer, string number)
    {
        Assert.True(await officer.OpenAsync(number));
        Assert.Contains(Answer, await officer.Page.InnerTextAsync(".timeline"), StringComparison.Ordinal);
        await officer.ActAsync("Reply", Reply);
        await officer.ActAsync("Close", "ចប់ការងារ។", choice: 0);
    }

    private static async Task RefuseAsync(Citizen citizen)
    {
        await citizen.PressAsync("show");
        Assert.Contains(Reply, await citizen.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await citizen.Page.CheckAsync("input[name=verdict][value=no]");
        await citizen.Page.FillAsync("#reason", "ស្ពាននៅតែបាក់។");
        await citizen.PressAsync("judge");
        Assert.Equal(0, await citizen.Page.Locator("input[name=verdict]").CountAsync());
    }

    private async Task StandsAboveAsync(string number, OfficeKind above, string lang)
    {
        await using var desk = await browser.VisitorAsync(site.Address, width: 1100);
        var higher = await site.SitAsync(desk, above, lang);
        Assert.True(await higher.OpenAsync(number), "the next level does not see the case");
        var seen = await higher.Page.InnerTextAsync("main");
        Assert.All(new[] { Story, Question, Answer, Reply, "ស្ពាននៅតែបាក់។" }, w => Assert.Contains(w, seen, StringComparison.Ordinal));
        await higher.ActAsync("Claim");
        await higher.ActAsync("Reply", "ការិយាល័យថ្នាក់លើទទួលរឿងហើយ។");
    }

    // It was not late, so it owes nothing more and reads nothing more.
    private static async Task IsGoneAsync(Officer officer, string number)
    {
        var address = officer.Page.Url;
        Assert.False(await officer.OpenAsync(number), "the office below still has the case in its list");
        Assert.Equal(404, (await officer.Page.GotoAsync(address))!.Status);
    }
}
