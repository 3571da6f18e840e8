using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Submissions;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Intake.Track;

public sealed class JudgeTests
{
    [Theory, EveryDatabase]
    public async Task No_with_a_reason_goes_one_level_up_once(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        await world.Cases.JoinAsync("Chan Sophea", OfficeKind.DistrictOneWindow);
        var (id, page) = await AnsweredAsync(world);
        (string, string)[] no = [("verdict", "no"), ("reason", "ផ្លូវនៅតែខូច")];
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.PressAsync("judge", page, "en", no)));
        Assert.Single(answers, a => a.Notice == "Thank you. Somebody else will look at it now.");
        Assert.All(answers, a => Assert.Equal("", a.Error));
        Assert.Equal(1, (await world.Cases.CaseAsync(id)).Level);
        Assert.Equal(CaseWorld.Office(OfficeKind.DistrictOneWindow), await world.Cases.HolderAsync(id));
        Assert.Single(await world.RowsAsync<Message>(m => m.SubmissionId == id));
        Assert.Contains("You said: it is not solved ផ្លូវនៅតែខូច", answers[0].Text, StringComparison.Ordinal);
        Assert.Contains("You said it is not solved, so it went on to: One Window Service Office", answers[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "Please choose yes, partly or no.")]
    [InlineData("maybe", "why", "Please choose yes, partly or no.")]
    [InlineData("no", "\u200B", "Please say why it was not solved")]
    public async Task What_is_missing_is_said_and_what_was_typed_stays(string verdict, string reason, string sentence)
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, page) = await AnsweredAsync(world);
        var asked = await world.PressAsync("judge", page, "en", ("verdict", verdict), ("reason", reason));
        Assert.StartsWith(sentence, asked.Error, StringComparison.Ordinal);
        Assert.Equal(reason, asked.Box("reason"));
        Assert.Equal(verdict == "no", asked.Fields.Contains(("verdict", "no")));
        Assert.Equal(CaseState.Answered, (await world.Cases.CaseAsync(id)).State);
    }

    [Fact]
    public async Task A_reason_too_long_is_said_at_its_box()
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, page) = await AnsweredAsync(world);
        var asked = await world.PressAsync("judge", page, "en", ("verdict", "partly"), ("reason", new string('x', 4_001)));
        Assert.StartsWith("Your text has 4,001 letters", asked.Page.QuerySelector("#reason-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(("verdict", "partly"), asked.Fields);
    }

    [Theory]
    [InlineData("yes", CaseState.Closed, "Thank you. You have said that it is solved.")]
    [InlineData("partly", CaseState.Reopened, "Thank you. The same office goes on with it.")]
    public async Task Yes_closes_and_partly_goes_back_without_a_reason(string verdict, CaseState state, string sentence)
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, page) = await AnsweredAsync(world);
        Assert.Equal(sentence, (await world.PressAsync("judge", page, "en", ("verdict", verdict))).Notice);
        Assert.Equal(state, (await world.Cases.CaseAsync(id)).State);
        var twice = await world.PressAsync("judge", page, "en", ("verdict", verdict));
        Assert.StartsWith("We have received this before", twice.Notice, StringComparison.Ordinal);
        Assert.Single(await world.Cases.EntriesAsync(id), e => e.Kind.ToString().StartsWith("Judged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_tab_is_told_that_it_was_said()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        await world.Cases.ReplyAsync(world.Officer, id);
        var tabs = new[] { await world.OpenAsync(code), await world.OpenAsync(code) };
        await world.PressAsync("judge", tabs[0], "en", ("verdict", "yes"));
        var second = await world.PressAsync("judge", tabs[1], "en", ("verdict", "no"), ("reason", "changed my mind"));
        Assert.NotEqual("", second.Error);
        Assert.Equal("changed my mind", second.Box("reason"));
        Assert.Equal(CaseState.Closed, (await world.Cases.CaseAsync(id)).State);
        Assert.Empty(await world.RowsAsync<Message>(m => m.SubmissionId == id));
    }

    [Fact]
    public async Task After_30_days_it_is_not_asked_and_a_page_of_before_is_told_so()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        await world.Cases.ReplyAsync(world.Officer, id);
        world.Cases.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(5));
        var page = await world.OpenAsync(code);
        Assert.Contains("judge", page.Buttons);
        world.Cases.Time.Advance(TimeSpan.FromMinutes(10));
        var late = await world.PressAsync("judge", page, "en", ("verdict", "no"), ("reason", "why"));
        Assert.StartsWith("The 30 days in which", late.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("judge", late.Buttons);
        Assert.Equal("why", late.Box("reason"));
    }

    private static async Task<(Guid Id, TrackAnswer Page)> AnsweredAsync(TrackWorld world)
    {
        var (id, code) = await world.SendAsync();
        await world.Cases.ReplyAsync(world.Officer, id);
        var page = await world.OpenAsync(code);
        Assert.Contains("Was it solved?", page.Text, StringComparison.Ordinal);
        return (id, page);
    }
}
