using System.Diagnostics;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Intake;
using OurVoice.Tests.Intake.Submit;

namespace OurVoice.Tests.Flood;

/// <summary>Whoever presses many buttons at once slows nobody more than two seconds, is refused nothing, and leaves nothing on disk.</summary>
public sealed class CrowdTests
{
    private const int AtOnce = 200;

    /// <summary>Two seconds of waiting, and what a machine with two busy cores needs to work two hundred requests off.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Through_two_hundred_wrong_codes_and_two_hundred_steps_of_the_form_at_once_a_citizen_sends_and_tracks()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await BadInputTests.AtStoryAsync(host);
        using var attacker = await BadInputTests.AtStoryAsync(host);
        var (body, address) = attacker.Prepare("next", ("story", "junk"));
        using var crowd = host.Phone();
        var before = Files(host);
        var flood = Enumerable.Range(0, AtOnce).SelectMany(i => new[] { crowd.PostAsync("/en/track", WrongCode(i)), crowd.PostAsync(address, body()) }).ToList();

        var clock = Stopwatch.StartNew();
        await citizen.NextAsync(("story", "a citizen among a crowd"));
        await citizen.FromWhenToStatisticsAsync("support");
        await citizen.NextAsync();
        Assert.Equal("Receipt", citizen.Step);
        var code = citizen.Page.QuerySelector(".code")!.TextContent;
        using var visitor = new Visitor(host);
        await visitor.OpenAsync("/en/track");
        await visitor.PressAsync("open", ("code", code));
        Assert.NotNull(visitor.Field("token"));
        Assert.True(clock.Elapsed < Patience, $"the citizen needed {clock.Elapsed}");

        var answers = await Task.WhenAll(flood);
        Assert.All(answers, a => Assert.True(a.IsSuccessStatusCode, a.StatusCode.ToString()));
        Assert.All(answers, a => a.Dispose());
        Assert.DoesNotContain(Files(host).Except(before, StringComparer.Ordinal), f => !f.Contains("ourvoice.db", StringComparison.Ordinal));
        Assert.Single(await host.SubmissionsAsync());
    }

    // Their check digits are right, so each is looked up.
    private static MultipartFormDataContent WrongCode(int number) => new()
    {
        { new StringContent("track"), "_handler" },
        { new StringContent(OurVoice.Intake.Receipt.ReceiptCode.New().Digits), "code" },
        { new StringContent(number % 2 == 0 ? "open" : "show"), "go" },
    };

    private static HashSet<string> Files(TestHost host) => Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal) && !f.EndsWith("-wal", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
}
