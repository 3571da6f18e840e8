namespace OurVoice.Tests.Media;

/// <summary>Voice notes as telephones make them, carrying who, where and when. Made anew for each run, never committed.</summary>
public sealed class Recordings : IAsyncLifetime
{
    public const string Canary = "SokDaraCanary";
    public const string Place = "11.5564";
    private readonly string _folder = Directory.CreateTempSubdirectory("recordings-").FullName;

    public string PathOf(string name) => Path.Combine(_folder, name);

    public byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    public async Task InitializeAsync()
    {
        await FfmpegAsync(["-f", "lavfi", "-i", "sine=440:d=6:r=44100", "-ac", "2"], "plain.wav");
        await FfmpegAsync(["-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1"], "cover.jpg");
        await Tool.RunAsync("exiftool", "-q", "-overwrite_original", $"-Artist={Canary}", PathOf("cover.jpg"));
        await Task.WhenAll(SoundAsync(), MoreSoundAsync(), FromPhoneAsync(), VideoAsync());
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task SoundAsync()
    {
        await FfmpegAsync(
            ["-i", PathOf("plain.wav"), "-i", PathOf("cover.jpg"), "-map", "0", "-map", "1", "-c:v", "copy", "-id3v2_version", "3", .. Tags()],
            "tagged.mp3");
        // What stands behind the last frame is no tag, and a copy would carry it along.
        await File.AppendAllTextAsync(PathOf("tagged.mp3"), $"junk {Canary} junk");
        await FfmpegAsync(["-i", PathOf("plain.wav"), "-c:a", "libopus", .. Tags()], "opus.ogg");
        await FfmpegAsync(["-i", PathOf("plain.wav"), "-c:a", "libvorbis", .. Tags()], "vorbis.ogg");
        await FfmpegAsync(["-i", PathOf("plain.wav"), "-c:a", "libopus", .. Tags()], "browser.webm");
    }

    private async Task MoreSoundAsync()
    {
        await FfmpegAsync(
            ["-i", PathOf("plain.wav"), "-c", "copy", "-write_bext", "1", "-metadata", $"originator={Canary}", "-metadata", $"description={Canary}"],
            "bext.wav");
        await FfmpegAsync(["-i", PathOf("plain.wav"), "-c:a", "aac"], "raw.aac");
        await FfmpegAsync(["-i", PathOf("plain.wav"), .. Tags()], "tagged.flac");
        await File.WriteAllBytesAsync(PathOf("old.amr"), Amr(seconds: 6));
        await FfmpegAsync(["-i", PathOf("old.amr"), "-c", "copy", "-f", "3gp", .. Tags()], "old.3gp");
        // Cut before its index, which stands at the end.
        await File.WriteAllBytesAsync(PathOf("cut.3gp"), Read("old.3gp")[..^400]);
    }

    private async Task FromPhoneAsync()
    {
        await File.WriteAllTextAsync(PathOf("chapters.txt"), $";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=3000\ntitle={Canary}\n");
        await FfmpegAsync(
            ["-i", PathOf("plain.wav"), "-i", PathOf("chapters.txt"), "-map_chapters", "1", "-c:a", "aac", .. Tags(), "-metadata:s:a", $"handler_name={Canary}", "-metadata:s:a", "language=khm"],
            "voice.m4a");
        await Tool.RunAsync(
            "exiftool", "-q", "-overwrite_original", $"-Keys:GPSCoordinates={Place}, 104.9282, 12", $"-ItemList:Title={Canary}",
            $"-Keys:Author={Canary}", $"-XMP:Creator={Canary}", "-CreateDate=2026:03:04 05:06:07", PathOf("voice.m4a"));
    }

    private async Task VideoAsync()
    {
        string[] picture = ["-f", "lavfi", "-i", "testsrc=d=2:s=128x96:r=10"];
        await FfmpegAsync([.. picture, "-i", PathOf("plain.wav"), "-map", "1:a", "-map", "0:v", "-c:v", "mpeg4", "-c:a", "aac", "-t", "2"], "film.mp4");
        await FfmpegAsync([.. picture, "-c:v", "mpeg4", "-movflags", "+faststart"], "fast.mp4");
        await FfmpegAsync([.. picture, "-i", PathOf("plain.wav"), "-c:v", "libvpx", "-c:a", "libopus", "-t", "2"], "film.webm");
        await FfmpegAsync([.. picture, "-c:v", "mpeg4"], "film.avi");
    }

    private static string[] Tags() =>
        ["-metadata", $"title={Canary}", "-metadata", $"artist={Canary}", "-metadata", $"comment={Canary}", "-metadata", $"location=+{Place}+104.9282/"];

    private Task<string> FfmpegAsync(string[] arguments, string name) =>
        Tool.RunAsync("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments, PathOf(name)]);

    /// <summary>No free encoder exists, but any bits are valid frames of 20 ms at 12.2 kbit/s.</summary>
    private static byte[] Amr(int seconds)
    {
        var random = new Random(7);
        var frame = new byte[32];
        var file = new List<byte>("#!AMR\n"u8.ToArray());
        for (var i = 0; i < seconds * 50; i++)
        {
            random.NextBytes(frame);
            frame[0] = 0x3C;
            file.AddRange(frame);
        }

        return [.. file];
    }
}
