using OurVoice.Contracts.Cases;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Intake.Track;

public sealed class FeeTests
{
    [Theory, EveryDatabase]
    public async Task A_fee_is_accepted_once(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var (id, code) = await world.SendAsync(CaseKind.Information);
        await world.Cases.AskFeeAsync(world.Officer, id, 4_000);
        var page = await world.OpenAsync(code);
        Assert.Contains("The office asks 4,000 riel", page.Text, StringComparison.Ordinal);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.PressAsync("fee", page)));
        Assert.Single(answers, a => a.Notice == "You have accepted the fee.");
        Assert.All(answers, a => Assert.DoesNotContain("fee", a.Buttons));
        Assert.True((await world.Cases.CaseAsync(id)).FeeAccepted);
        Assert.Single(await world.Cases.EntriesAsync(id), e => e.Kind == OurVoice.Cases.Timeline.EntryKind.FeeAccepted);
    }

    [Fact]
    public async Task Where_no_fee_is_asked_nothing_can_be_accepted()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync(CaseKind.Information);
        var page = await world.OpenAsync(code, "km");
        Assert.Equal("ឥឡូវមិនមានការស្នើតម្លៃសេវាទេ។", (await world.PressAsync("fee", page, "km")).Error);
        Assert.False((await world.Cases.CaseAsync(id)).FeeAccepted);
    }
}
