using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Sweeps;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Intake.Submit;

namespace OurVoice.Tests.Intake.Upload;

public sealed class UploadTests
{
    // An ID3 head and MPEG frames of silence are enough to be sound.
    internal static readonly byte[] Voice = [.. Enumerable.Repeat((byte[])[0xFF, 0xFB, 0x90, 0x64, .. new byte[413]], 40).SelectMany(f => f)];

    [Fact]
    public async Task A_voice_note_alone_is_a_story_and_lies_sealed_beside_its_case()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await BadInputTests.AtStoryAsync(host);
        await citizen.PressAsync("files");
        await citizen.AttachAsync(Voice, "voice.mp3");
        Assert.Empty(citizen.Faults());
        Assert.Contains("A recording", citizen.Text);
        await citizen.NextAsync();
        Assert.Equal("When", citizen.Step);
        await SendAsync(citizen);

        var id = Assert.Single(await host.SubmissionsAsync()).Id;
        var file = Assert.Single((await host.Services.GetRequiredService<ISubmissionReader>().ReadAsync(id, CancellationToken.None))!.Files);
        Assert.Equal((FileKind.Audio, (long)Voice.Length), (file.Kind, file.Bytes));
        Assert.Empty(Files(host, "staging"));
        Assert.Equal(Voice, await KeptAsync(host, id));
        Assert.True(File.ReadAllBytes(Assert.Single(Files(host, "files"))).AsSpan().IndexOf(Voice.AsSpan(0, 64)) < 0);
    }

    [Theory]
    [InlineData(26)]
    [InlineData(90)]
    public async Task A_file_too_big_gets_its_sentence_and_leaves_nothing(int megabytes)
    {
        await using var host = await IntakeHost.ServeAsync();
        using var phone = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host.ClientOptions.BaseAddress };
        using var citizen = await AtFilesAsync(phone);
        var file = new byte[megabytes * 1024 * 1024];
        Voice.CopyTo(file, 0);
        await citizen.AttachAsync(file, "voice.mp3");
        Assert.Equal(["The file is larger than 25 MB. Please make a shorter recording, or take a smaller photo."], citizen.Faults());
        Assert.Empty(Files(host, "staging"));
    }

    [Theory]
    [InlineData("MZ", "is a program")]
    [InlineData("PK\u0003\u0004", "packed or office file")]
    [InlineData("just words", "cannot read this kind")]
    [InlineData("RIFF\0\0\0\0AVI LIST", "Videos cannot be sent")]
    [InlineData("<html><script>", "cannot read this kind")]
    public async Task What_is_no_recording_photo_or_PDF_gets_a_sentence_that_says_what_to_do(string head, string sentence)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtFilesAsync(host.Phone());
        await citizen.AttachAsync([.. Encoding.Latin1.GetBytes(head), .. new byte[500]], "photo.jpg");
        Assert.Contains(sentence, Assert.Single(citizen.Faults()));
        Assert.Empty(Files(host, "staging"));
    }

    [Fact]
    public async Task A_picture_cut_off_on_the_way_is_asked_for_again_and_a_whole_one_is_taken()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtFilesAsync(host.Phone());
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, .. Enumerable.Repeat((byte)7, 90_000), 0xFF, 0xD9];
        await citizen.AttachAsync(picture[..60_000], "photo.jpg");
        Assert.Contains("did not arrive whole", Assert.Single(citizen.Faults()));
        await citizen.AttachAsync(picture, "photo.jpg");
        Assert.Empty(citizen.Faults());
        await citizen.NextAsync();
        Assert.Contains("a picture alone", Assert.Single(citizen.Faults()));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("other")]
    public async Task The_sentence_stands_at_the_box_that_was_used(string box)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtFilesAsync(host.Phone());
        await citizen.AttachAsync([.. "MZ"u8, .. new byte[500]], "photo.jpg", ("box", box));
        Assert.Equal("#" + box, citizen.Page.QuerySelector(".faults a")?.GetAttribute("href"));
        Assert.Equal(box, citizen.Page.QuerySelector(".field:has(.error) input")?.Id);
        Assert.Equal($"{box}-hint {box}-error", citizen.Page.QuerySelector("#" + box)?.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task No_file_and_an_empty_file_ask_for_one_first()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtFilesAsync(host.Phone());
        await citizen.PressAsync("filed");
        Assert.Contains("choose a file", Assert.Single(citizen.Faults()));
        await citizen.AttachAsync([], "empty.mp3");
        Assert.Contains("choose a file", Assert.Single(citizen.Faults()));
    }

    [Fact]
    public async Task A_file_with_a_foreign_draft_is_not_kept()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtFilesAsync(host.Phone());
        await citizen.AttachAsync(Voice, "voice.mp3", ("draft", "garbage"));
        Assert.Contains("open too long", citizen.Text);
        Assert.Empty(Files(host, "staging"));
    }

    [Fact]
    public async Task A_removed_file_is_deleted_at_once_and_a_forgotten_one_by_the_sweep()
    {
        var time = FakeTime.At(2026, 3, 10, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        using var citizen = await AtFilesAsync(host.Phone());
        await citizen.AttachAsync(Voice, "voice.mp3");
        await citizen.PressAsync(citizen.Page.QuerySelector("button[value^=drop]")!.GetAttribute("value")!);
        Assert.Empty(Files(host, "staging"));
        await citizen.AttachAsync(Voice, "voice.mp3");
        time.Advance(TimeSpan.FromHours(24));
        await host.SweepAsync<SweepFiles>();
        Assert.Single(Files(host, "staging"));
        time.Advance(TimeSpan.FromHours(3));
        await host.SweepAsync<SweepFiles>();
        Assert.Empty(Files(host, "staging"));
    }

    [Fact]
    public async Task A_file_that_was_renamed_before_its_case_failed_is_used_by_the_next_try_or_swept()
    {
        var time = FakeTime.At(2026, 3, 10, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        using var citizen = await BadInputTests.AtStoryAsync(host);
        await citizen.PressAsync("files");
        await citizen.AttachAsync(Voice, "voice.mp3");
        var path = Assert.Single(Files(host, "staging"));
        var (staged, draft) = (Guid.ParseExact(Path.GetFileName(path), "N"), Guid.ParseExact(Path.GetFileName(Path.GetDirectoryName(path)!), "N"));
        Assert.True(host.Services.GetRequiredService<Vault>().Keep(new(staged, [], FileKind.Audio, FileFormat.Mp3, Voice.Length, draft)));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(host.Folder, "data", "staging")));
        await host.SweepAsync<SweepFiles>();
        Assert.Single(Files(host, "files"));

        await citizen.NextAsync();
        await SendAsync(citizen);
        var id = Assert.Single(await host.SubmissionsAsync()).Id;
        File.Copy(Files(host, "files")[0], Path.Combine(host.Folder, "data", "files", Guid.NewGuid().ToString("N")));
        time.Advance(TimeSpan.FromDays(400));
        await host.SweepAsync<SweepFiles>();
        Assert.Single(Files(host, "files"));
        Assert.Equal(Voice, await KeptAsync(host, id));
    }

    [Fact]
    public async Task A_staged_file_that_is_gone_at_sending_is_said_and_nothing_is_stored()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await BadInputTests.AtStoryAsync(host);
        await citizen.PressAsync("files");
        await citizen.AttachAsync(Voice, "voice.mp3");
        await citizen.NextAsync();
        File.Delete(Assert.Single(Files(host, "staging")));
        await SendAsync(citizen);
        Assert.Contains("no longer here", Assert.Single(citizen.Faults()));
        Assert.Empty(await host.SubmissionsAsync());
    }

    [Fact]
    public async Task Five_files_go_with_a_case_in_their_order_and_a_sixth_is_asked_to_take_the_place_of_one()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await BadInputTests.AtStoryAsync(host);
        await citizen.PressAsync("files", ("story", "five"));
        for (var file = 0; file < 5; file++)
        {
            Assert.NotEmpty(citizen.Page.QuerySelectorAll("input[type=file]"));
            await citizen.AttachAsync([.. Voice, .. new byte[file]], "voice.mp3");
        }

        Assert.Empty(citizen.Page.QuerySelectorAll("input[type=file]"));
        await citizen.PressAsync(citizen.Page.QuerySelectorAll("button[value^=drop]")[1].GetAttribute("value")!);
        Assert.Equal(4, Files(host, "staging").Length);
        await citizen.AttachAsync(Voice, "voice.mp3");
        Assert.Empty(citizen.Faults());

        await citizen.NextAsync();
        await SendAsync(citizen);
        var id = Assert.Single(await host.SubmissionsAsync()).Id;
        var files = (await host.Services.GetRequiredService<ISubmissionReader>().ReadAsync(id, CancellationToken.None))!.Files;
        Assert.Equal([0L, 2, 3, 4, 0], files.Select(f => f.Bytes - Voice.Length));
        Assert.Equal([1, 2, 3, 4, 5], files.Select(f => f.Number));
        Assert.Equal(5, Files(host, "files").Length);
    }

    /// <summary>On to the receipt, however many pages there are in between, or to the first fault.</summary>
    internal static async Task SendAsync(Visitor citizen)
    {
        for (var pages = 0; pages < 10 && citizen.Step != "Receipt" && citizen.Faults().Length == 0; pages++)
        {
            await citizen.NextAsync();
        }
    }

    internal static async Task<Visitor> AtFilesAsync(HttpClient phone)
    {
        var citizen = await new Visitor(phone).OpenAsync($"/en/submit/support?at={IntakeHost.Commune}");
        await citizen.NextAsync(("office", "none"));
        await citizen.NextAsync();
        return await citizen.PressAsync("files");
    }

    internal static string[] Files(TestHost host, string folder) => Directory.GetFiles(Path.Combine(host.Folder, "data", folder), "*", SearchOption.AllDirectories);

    private static async Task<byte[]> KeptAsync(TestHost host, Guid id)
    {
        await using var db = host.Read();
        var row = await db.Set<Attachment>().SingleAsync(a => a.SubmissionId == id);
        using var key = await host.Services.GetRequiredService<ICaseKeys>().FindAsync(id, CancellationToken.None);
        await using var content = host.Services.GetRequiredService<Vault>().OpenKept(key!.UnwrapFileKey(row.Id, row.FileKey));
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }
}
