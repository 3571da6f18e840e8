using OurVoice.Cases.Statements;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases.Statements;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Intake.Track;

/// <summary>The citizen sees what an excluded office would read, and says yes or no.</summary>
public sealed class StatementConsentTests
{
    private const string Question = "តើច្បាប់ចុះបញ្ជីមានតម្លៃប៉ុន្មាន?";

    [Theory, EveryDatabase]
    public async Task Yes_sends_the_question_once(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var judge = await world.Cases.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var (id, code) = await world.SendAsync(CaseKind.Complaint);
        Assert.DoesNotContain("agree", (await world.OpenAsync(code)).Buttons);
        await StatementTests.AskAsync(world.Cases, judge, id, OfficeKind.CommuneAdministration);
        var page = await world.OpenAsync(code);
        Assert.Contains(Question, page.Page.QuerySelector("#statement-consent blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("asks you first", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("has asked another office", page.Text, StringComparison.Ordinal);
        Assert.Empty(await StatementTests.ListAsync(world.Cases, world.Officer));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.PressAsync("agree", page)));
        Assert.Single(answers, a => a.Notice == "Thank you. The office will be asked.");
        Assert.All(answers, a => Assert.DoesNotContain("agree", a.Buttons));
        Assert.Single(await StatementTests.ListAsync(world.Cases, world.Officer));
        Assert.Contains("has asked another office", (await world.OpenAsync(code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_sends_it_to_nobody_below_and_a_foreign_one_is_refused()
    {
        await using var world = await TrackWorld.StartAsync();
        var judge = await world.Cases.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var (id, code) = await world.SendAsync(CaseKind.Complaint);
        var (_, other) = await world.SendAsync(CaseKind.Complaint);
        await StatementTests.AskAsync(world.Cases, judge, id, OfficeKind.CommuneAdministration);
        var statement = Assert.Single(await world.RowsAsync<Statement>(_ => true)).Id.ToString();
        var foreign = await world.PressAsync("agree", await world.OpenAsync(other), "en", ("statement", statement));
        Assert.Equal("Nothing waits for your consent any more.", foreign.Error);
        Assert.Equal("Nothing waits for your consent any more.", (await world.PressAsync("agree", await world.OpenAsync(other), "en", ("statement", "x"))).Error);
        Assert.Equal("Thank you. That office will not be asked.", (await world.PressAsync("refuse", await world.OpenAsync(code))).Notice);
        Assert.Empty(await StatementTests.ListAsync(world.Cases, world.Officer));
        Assert.Equal(StatementState.NotAsked, Assert.Single(await world.RowsAsync<Statement>(_ => true)).State);
    }
}
