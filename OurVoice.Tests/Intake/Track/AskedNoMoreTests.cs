using OurVoice.Cases.Consents;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Receipt;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Cases.Statements;
using OurVoice.Tests.Cases.Ti;

namespace OurVoice.Tests.Intake.Track;

/// <summary>A case that is over, or that has left the office that asked, asks its citizen for nothing; an older page still can answer.</summary>
public sealed class AskedNoMoreTests
{
    private const string NoMore = "Nothing waits for your consent any more.";

    [Theory]
    [InlineData("closed")]
    [InlineData("handed over")]
    public async Task Whether_an_office_may_be_asked_is_asked_no_more(string how)
    {
        await using var world = await TrackWorld.StartAsync();
        await world.Cases.JoinAsync("Chea Lina", OfficeKind.TransparencyInternational);
        var judge = await world.Cases.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var (id, code) = await world.SendAsync(CaseKind.Complaint);
        await StatementTests.AskAsync(world.Cases, judge, id, OfficeKind.CommuneAdministration);
        var before = await world.OpenAsync(code);
        Assert.Contains("agree", before.Buttons);
        await (how == "closed" ? world.Cases.CloseAsync(judge, id) : world.Cases.HandOverAsync(judge, id));

        Assert.DoesNotContain("agree", (await world.OpenAsync(code)).Buttons);
        foreach (var old in new[] { "agree", "refuse" })
        {
            var refused = await world.PressAsync(old, before, "en", ("words", "typed meanwhile"));
            Assert.Equal((NoMore, "typed meanwhile"), (refused.Error, refused.Box("words")));
        }

        Assert.Empty(await StatementTests.ListAsync(world.Cases, world.Officer));
        Assert.DoesNotContain(await world.Cases.EntriesAsync(id), e => e.Kind.ToString() is "StatementAgreed" or "StatementRefused");
    }

    [Fact]
    public async Task A_question_that_stood_when_the_case_was_closed_stands_again_when_it_is_reopened()
    {
        await using var world = await TrackWorld.StartAsync();
        var judge = await world.Cases.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var (id, code) = await world.SendAsync(CaseKind.Complaint);
        await StatementTests.AskAsync(world.Cases, judge, id, OfficeKind.CommuneAdministration);
        await world.Cases.CloseAsync(judge, id);
        await world.Cases.ReopenAsync(judge, id);
        Assert.Equal("Thank you. The office will be asked.", (await world.PressAsync("agree", await world.OpenAsync(code))).Notice);
        Assert.Equal(StatementState.Asked, Assert.Single(await world.RowsAsync<Statement>(_ => true)).State);
    }

    [Fact]
    public async Task Whether_the_case_may_be_passed_on_is_asked_no_more_and_a_given_leave_can_still_be_taken_back()
    {
        await using var world = await TrackWorld.StartAsync();
        var lina = await world.Cases.JoinAsync("Chea Lina", OfficeKind.TransparencyInternational);
        var judge = await world.Cases.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var (id, code) = await world.SendAsync(CaseKind.Complaint);
        await world.Cases.HandOverAsync(judge, id);
        var (given, asked) = (await world.Cases.AskConsentAsync(lina, id), await world.Cases.AskConsentAsync(lina, id, "court"));
        await world.PressAsync($"agree:{given:N}", await world.OpenAsync(code));
        var before = await world.OpenAsync(code);
        Assert.Contains($"agree:{asked:N}", before.Buttons);
        await world.Cases.CloseAsync(lina, id);

        var closed = await world.OpenAsync(code);
        Assert.Equal([$"refuse:{given:N}"], closed.Buttons.Where(b => b.Contains(':', StringComparison.Ordinal)));
        Assert.Equal(NoMore, (await world.PressAsync($"agree:{asked:N}", before)).Error);
        Assert.Equal(NoMore, (await world.PressAsync($"refuse:{asked:N}", before)).Error);
        var back = await world.PressAsync($"refuse:{given:N}", closed);
        Assert.Equal("", back.Error);
        Assert.NotEqual("", back.Notice);
        Assert.Equal(
            [(given, ConsentState.Refused), (asked, ConsentState.Asked)],
            (await world.RowsAsync<Consent>(_ => true)).Select(c => (c.Id, c.State)).OrderBy(c => c.Id != given));
        Assert.Equal(CaseState.Closed, (await world.Cases.CaseAsync(id)).State);
    }
}
