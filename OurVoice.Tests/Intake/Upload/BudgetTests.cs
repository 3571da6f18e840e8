using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Intake.Upload;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Intake.Submit;

namespace OurVoice.Tests.Intake.Upload;

/// <summary>Staging filled by an attacker: files are asked to come later, texts go through, and no restart or second node makes new room.</summary>
public sealed class BudgetTests
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("OurVoice:Staging:Megabytes", "0")]
    [InlineData("OurVoice:Staging:KeepFreeMegabytes", "1000000000")]
    public async Task With_no_room_the_form_says_send_without_files_now_and_the_text_goes_through(string setting, string value)
    {
        await using var host = await IntakeHost.StartAsync(setting: (setting, value));
        using var citizen = await BadInputTests.AtStoryAsync(host);
        await citizen.PressAsync("files", ("story", "a text needs no room"));
        await citizen.AttachAsync(UploadTests.Voice, "voice.mp3");
        Assert.Equal(["We cannot take files at this moment. Please send without files now, and add them on the tracking page later."], citizen.Faults());
        Assert.Empty(UploadTests.Files(host, "staging"));

        Assert.Equal("Go on without files", citizen.Page.QuerySelector("button[value=next]")!.TextContent);
        await citizen.NextAsync();
        await UploadTests.SendAsync(citizen);
        Assert.Equal("Receipt", citizen.Step);
        Assert.Equal("a text needs no room", (await host.WordsAsync(Assert.Single(await host.SubmissionsAsync()))).Story);
    }

    [Fact]
    public async Task Filled_by_many_drafts_it_stays_full_after_a_restart_and_for_another_node_until_the_sweep()
    {
        var time = FakeTime.At(2026, 3, 10, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        for (var draft = 0; draft < 40; draft++)
        {
            await FillAsync(host, Guid.NewGuid(), 100);
        }

        // Forty small files count as 64 KB each, so they fill two megabytes and a half.
        Assert.Null(Node(host, time, megabytes: 2).Open(Guid.NewGuid(), 1));
        Assert.NotNull(Node(host, time, megabytes: 3).Open(Guid.NewGuid(), 1));
        time.Advance(TimeSpan.FromHours(27));
        await host.SweepAsync<OurVoice.Intake.Sweeps.SweepFiles>();
        Assert.NotNull(Node(host, time, megabytes: 2).Open(Guid.NewGuid(), 1));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(host.Folder, "data", "staging")));
    }

    [Fact]
    public async Task What_another_node_staged_counts_after_twenty_seconds_and_the_own_at_once()
    {
        var time = FakeTime.At(2026, 3, 10, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        var (one, other) = (Node(host, time, megabytes: 3), Node(host, time, megabytes: 3));
        Assert.NotNull(other.Open(Guid.NewGuid(), 1));
        using (var room = one.Open(Guid.NewGuid(), 2 * Megabyte))
        {
            Assert.True(room!.Take(2 * Megabyte));
            Assert.False(room.Take(2 * Megabyte));
            await FillAsync(host, Guid.NewGuid(), 2 * Megabyte);
            room.Keep();
        }

        Assert.Null(one.Open(Guid.NewGuid(), 2 * Megabyte));
        time.Advance(TimeSpan.FromSeconds(21));
        Assert.Null(other.Open(Guid.NewGuid(), 2 * Megabyte));
    }

    [Fact]
    public async Task One_draft_cannot_take_more_than_its_five_files_however_often_its_page_is_sent()
    {
        var time = FakeTime.At(2026, 3, 10, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        var draft = Guid.NewGuid();
        for (var file = 0; file < 5; file++)
        {
            await FillAsync(host, draft, 25 * Megabyte);
        }

        var node = Node(host, time, megabytes: 2_048);
        Assert.Null(node.Open(draft, 25 * Megabyte));
        Assert.NotNull(node.Open(Guid.NewGuid(), 25 * Megabyte));
    }

    [Fact]
    public async Task An_upload_that_only_announces_much_or_breaks_off_keeps_nobody_out()
    {
        var time = FakeTime.At(2026, 3, 10, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        var node = Node(host, time, megabytes: 30);
        using var announced = node.Open(Guid.NewGuid(), 25 * Megabyte);
        using (var broken = node.Open(Guid.NewGuid(), 25 * Megabyte))
        {
            Assert.True(broken!.Take(20 * Megabyte));
            Assert.Null(node.Open(Guid.NewGuid(), 25 * Megabyte));
        }

        Assert.NotNull(node.Open(Guid.NewGuid(), 25 * Megabyte));
    }

    private static StagingBudget Node(TestHost host, TimeProvider time, int megabytes) => new(
        new Staging(host.Services.GetRequiredService<SiteSettings>(), host.Services.GetRequiredService<ISealedFiles>(), time),
        new ConfigurationBuilder().AddInMemoryCollection([new("OurVoice:Staging:Megabytes", $"{megabytes}"), new("OurVoice:Staging:KeepFreeMegabytes", "0")]).Build(), time);

    private static Task FillAsync(TestHost host, Guid draft, int bytes) => host.StageAsync(new byte[bytes], draft, new(FileKind.Audio, FileFormat.Mp3));
}
