using System.Text;
using System.Text.Json;
using OurVoice.Contracts.Host;
using OurVoice.Web.Media;

namespace OurVoice.Tests.Media;

public sealed class AudioCleaningTests(Recordings recordings) : IClassFixture<Recordings>
{
    [Theory]
    [InlineData("tagged.mp3", "audio/mp4", "aac")]
    [InlineData("voice.m4a", "audio/mp4", "aac")]
    [InlineData("opus.ogg", "audio/ogg", "opus")]
    [InlineData("vorbis.ogg", "audio/ogg", "vorbis")]
    [InlineData("browser.webm", "audio/mp4", "aac")]
    [InlineData("bext.wav", "audio/mp4", "aac")]
    [InlineData("old.amr", "audio/mp4", "aac")]
    [InlineData("old.3gp", "audio/mp4", "aac")]
    [InlineData("raw.aac", "audio/mp4", "aac")]
    [InlineData("tagged.flac", "audio/mp4", "aac")]
    public async Task Clean_Recording_KeepsTheSoundAndNothingElse(string name, string contentType, string codec)
    {
        using var tryOut = new TryOut();

        var clean = await tryOut.CleanAsync(recordings.Read(name));

        Assert.Null(clean.Failure);
        Assert.Equal(contentType, clean.ContentType);
        Assert.InRange(clean.Duration.TotalSeconds, 6 * 0.95, 6 * 1.05);
        AssertNoCanary(clean.Content);
        await AssertOnlyHarmlessTagsAsync(name, clean.Content);
        Assert.Equal([$"audio,{codec}"], await StreamsAsync(name, clean.Content));
        tryOut.AssertNothingLeft();
    }

    [Theory]
    [InlineData("tagged.mp3")]
    [InlineData("voice.m4a")]
    [InlineData("opus.ogg")]
    [InlineData("vorbis.ogg")]
    [InlineData("browser.webm")]
    [InlineData("bext.wav")]
    [InlineData("old.3gp")]
    [InlineData("tagged.flac")]
    public void The_fixtures_do_carry_a_name(string name) =>
        Assert.Contains(Recordings.Canary, Encoding.Latin1.GetString(recordings.Read(name)), StringComparison.Ordinal);

    [Fact]
    public async Task The_voice_note_does_carry_a_place_and_the_check_sees_it() =>
        Assert.Contains(await TagsAsync("voice.m4a", recordings.Read("voice.m4a")), tag => tag.StartsWith("Keys:GPS", StringComparison.Ordinal));

    [Theory]
    [InlineData("film.mp4")]
    [InlineData("film.webm")]
    public async Task Clean_MovingPictures_HasItsOwnFailure_AlsoWhenTheyWereTakenForSound(string name)
    {
        using var tryOut = new TryOut();
        var film = recordings.Read(name);
        var mistaken = FileTypes.Detect(film) with { Kind = FileKind.Audio };

        Assert.Equal(CleaningFailure.IsVideo, (await tryOut.CleanAsync(film)).Failure);
        Assert.Equal(CleaningFailure.IsVideo, (await tryOut.CleanAsync(film, mistaken)).Failure);
        tryOut.AssertNothingLeft();
    }

    [Fact]
    public async Task Clean_BrokenOrForeignContent_IsNotDecodable()
    {
        using var tryOut = new TryOut();
        var mp3 = new FileDetail(FileKind.Audio, FileFormat.Mp3);
        var picture = recordings.Read("cover.jpg");

        Assert.Equal(CleaningFailure.NotDecodable, (await tryOut.CleanAsync(recordings.Read("cut.3gp"))).Failure);
        Assert.Equal(CleaningFailure.NotDecodable, (await tryOut.CleanAsync(File.ReadAllBytes("/usr/bin/true"))).Failure);
        Assert.Equal(CleaningFailure.NotDecodable, (await tryOut.CleanAsync(File.ReadAllBytes("/usr/bin/true"), mp3)).Failure);
        Assert.Equal(CleaningFailure.NotDecodable, (await tryOut.CleanAsync(picture, mp3)).Failure);
        Assert.Equal(CleaningFailure.NotDecodable, (await tryOut.CleanAsync([], mp3)).Failure);
        tryOut.AssertNothingLeft();
    }

    [Theory]
    [InlineData("tagged.mp3")]
    [InlineData("opus.ogg")]
    [InlineData("voice.m4a")]
    public async Task Clean_CutAfterTheIndex_KeepsTheWordsThatAreThere(string name)
    {
        using var tryOut = new TryOut();
        var whole = recordings.Read(name);

        var clean = await tryOut.CleanAsync(whole[..(whole.Length * 2 / 3)]);

        Assert.True(clean.IsClean);
        Assert.InRange(clean.Duration.TotalSeconds, 2, 5);
    }

    [Fact]
    public async Task Clean_BeyondALimit_SaysWhich()
    {
        var shorter = new MediaOptions { MaxDuration = TimeSpan.FromSeconds(5) };
        var tight = new MediaOptions { MaxInputBytes = 10_000 };
        var small = new MediaOptions { Convert = new() { FileBytes = 8_000 } };
        var quick = new MediaOptions { Convert = new() { Wall = TimeSpan.FromMilliseconds(20) } };

        Assert.Equal(CleaningFailure.TooLong, await FailureAsync(shorter, "voice.m4a"));
        Assert.Equal(CleaningFailure.TooLong, await FailureAsync(shorter, "old.amr"));
        Assert.Equal(CleaningFailure.TooLarge, await FailureAsync(tight, "plain.wav"));
        Assert.Equal(CleaningFailure.TooLarge, await FailureAsync(small, "tagged.mp3"));
        Assert.Equal(CleaningFailure.TimedOut, await FailureAsync(quick, "tagged.mp3"));
        Assert.Null(await FailureAsync(new() { MaxDuration = TimeSpan.FromSeconds(7) }, "voice.m4a"));
    }

    private async Task<CleaningFailure?> FailureAsync(MediaOptions options, string name)
    {
        using var tryOut = new TryOut(options);
        var failure = (await tryOut.CleanAsync(recordings.Read(name))).Failure;
        tryOut.AssertNothingLeft();
        return failure;
    }

    private static void AssertNoCanary(byte[] content)
    {
        foreach (var text in (string[])[Encoding.Latin1.GetString(content), Encoding.Unicode.GetString(content), Encoding.BigEndianUnicode.GetString(content)])
        {
            Assert.DoesNotContain(Recordings.Canary, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Recordings.Place, text, StringComparison.Ordinal);
        }
    }

    private async Task AssertOnlyHarmlessTagsAsync(string name, byte[] content)
    {
        var leaks = (await TagsAsync(name, content)).Where(tag => !HarmlessTags.Contains(tag)).ToList();
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    private async Task<List<string>> TagsAsync(string name, byte[] content)
    {
        var json = await Tool.RunAsync("exiftool", "-j", "-G1", "-a", "-u", await KeepAsync(name, content));
        using var tags = JsonDocument.Parse(json);
        return tags.RootElement[0].EnumerateObject().Select(tag => $"{tag.Name}={tag.Value}").ToList();
    }

    private async Task<string[]> StreamsAsync(string name, byte[] content)
    {
        var file = await KeepAsync(name, content);
        var lines = await Tool.RunAsync("ffprobe", "-v", "error", "-show_entries", "stream=codec_name,codec_type", "-of", "csv=p=0", file);
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(',', line.Split(',').Reverse())).ToArray();
    }

    private async Task<string> KeepAsync(string name, byte[] content)
    {
        var file = recordings.PathOf("clean-" + name.Replace('.', '-'));
        await File.WriteAllBytesAsync(file, content);
        return file;
    }
}
