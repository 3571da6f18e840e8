using OurVoice.Tests.Intake.Upload;

namespace OurVoice.Tests.Intake.Submit;

/// <summary>All pages of one draft are one submission, also those from before the last page.</summary>
public sealed class OneDraftTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Back_to_the_story_after_the_receipt_and_on_again_gives_the_same_code(bool withFile)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtStoryAsync(host, withFile);
        var (body, address) = citizen.Prepare("next", ("story", "ជួយខ្ញុំ"));
        var code = await SendAsync(await citizen.AgainAsync(body, address));
        Assert.Equal(code, await SendAsync(await citizen.AgainAsync(body, address)));

        await citizen.PressAsync("kept");
        await citizen.AgainAsync(body, address);
        await citizen.FromWhenToStatisticsAsync("support");
        await citizen.NextAsync();
        Assert.Equal("This was already received", citizen.Heading);
        Assert.Single(await host.SubmissionsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_tabs_from_the_story_on_give_one_case_and_one_code(bool withFile)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtStoryAsync(host, withFile);
        var (body, address) = citizen.Prepare("next", ("story", "ជួយខ្ញុំ"));
        var tabs = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
            await (await new Visitor(host).AgainAsync(body, address)).FromWhenToStatisticsAsync("support")));
        await Task.WhenAll(tabs.Select(t => t.NextAsync()));
        Assert.Single(tabs.Select(t => t.Page.QuerySelector(".code")!.TextContent).Distinct());
        Assert.Single(await host.SubmissionsAsync());
    }

    [Theory]
    [InlineData("សូមជួយ ២", "សូមជួយ ២")]
    [InlineData("ជួយខ្ញុំ", null)]
    public async Task What_was_changed_after_sending_is_said_not_to_be_sent_and_stands_there(string again, string? unsent)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtStoryAsync(host, withFile: false);
        var (first, address) = citizen.Prepare("next", ("story", "ជួយខ្ញុំ"));
        var (second, _) = citizen.Prepare("next", ("story", again));
        var code = await SendAsync(await citizen.AgainAsync(first, address));
        Assert.Equal(code, await SendAsync(await citizen.AgainAsync(second, address)));
        Assert.Equal(unsent, citizen.Page.QuerySelector(".unsent .words")?.TextContent);
        Assert.Equal("ជួយខ្ញុំ", (await host.WordsAsync(Assert.Single(await host.SubmissionsAsync()))).Story);

        await citizen.PressAsync("kept");
        await citizen.AgainAsync(second, address);
        await citizen.FromWhenToStatisticsAsync("support");
        await citizen.NextAsync();
        Assert.Equal(unsent, citizen.Page.QuerySelector(".unsent .words")?.TextContent);
    }

    [Fact]
    public async Task Two_drafts_are_two_cases()
    {
        await using var host = await IntakeHost.StartAsync();
        using var first = await AtStoryAsync(host, withFile: false);
        using var second = await AtStoryAsync(host, withFile: false);
        Assert.NotEqual(
            await SendAsync(await first.NextAsync(("story", "ជួយខ្ញុំ"))), await SendAsync(await second.NextAsync(("story", "ជួយខ្ញុំ"))));
        Assert.Equal(2, (await host.SubmissionsAsync()).Count);
    }

    private static async Task<Visitor> AtStoryAsync(Hosting.TestHost host, bool withFile)
    {
        var citizen = await BadInputTests.AtStoryAsync(host);
        if (withFile)
        {
            await citizen.PressAsync("files");
            await citizen.AttachAsync(UploadTests.Voice, "voice.mp3");
            await citizen.PressAsync("back");
        }

        return citizen;
    }

    private static async Task<string> SendAsync(Visitor citizen)
    {
        await citizen.FromWhenToStatisticsAsync("support");
        await citizen.NextAsync();
        return citizen.Page.QuerySelector(".code")!.TextContent;
    }
}
