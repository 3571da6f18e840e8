using System.IO.Compression;
using System.Text;

namespace OurVoice.Tests.Media;

/// <summary>Photographs and documents as telephones and offices make them, carrying who, where and when, and traps. Made anew for each run, never committed.</summary>
public sealed class Pictures : IAsyncLifetime
{
    public const string Canary = "SokDaraCanary";
    public const string Place = "11.5564";

    /// <summary>Harmless: what every virus scanner is asked to take for a virus.</summary>
    public const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private readonly string _folder = Directory.CreateTempSubdirectory("pictures-").FullName;

    public string PathOf(string name) => Path.Combine(_folder, name);

    public byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    public async Task InitializeAsync()
    {
        // Red above, blue below: after turning it can be seen which side is up.
        await FfmpegAsync(["-f", "lavfi", "-i", "color=red:s=1200x450", "-f", "lavfi", "-i", "color=blue:s=1200x450", "-filter_complex", "vstack,noise=alls=40", "-frames:v", "1", "-q:v", "2"], "plain.jpg");
        await FfmpegAsync(["-f", "lavfi", "-i", "testsrc=d=1:s=64x48:r=5", "-c:v", "mpeg4"], "trail.mp4");
        await PhotosAsync();
        await File.WriteAllBytesAsync(PathOf("author.pdf"), Pdf.Make(3, $"/Author ({Canary}) /Title ({Canary})", $"/OpenAction << /S /JavaScript /JS (app.alert\\('{Canary}'\\)) >>"));
        await File.WriteAllBytesAsync(PathOf("eicar.jpg"), [.. Read("plain.jpg"), .. Encoding.ASCII.GetBytes(Eicar)]);
        await File.WriteAllBytesAsync(PathOf("zip.jpg"), [.. Read("plain.jpg"), .. Zip()]);
        await File.WriteAllBytesAsync(PathOf("cut.jpg"), Read("plain.jpg")[..(Read("plain.jpg").Length / 2)]);
        await File.WriteAllBytesAsync(PathOf("html.pdf"), [.. "%PDF-1.4\n<html><script>alert(1)</script></html>\n"u8, .. Pdf.Make(1, "", "").AsSpan(9)]);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task PhotosAsync()
    {
        File.Copy(PathOf("plain.jpg"), PathOf("phone.jpg"));
        await FfmpegAsync(["-i", PathOf("plain.jpg"), "-vf", "scale=160:120"], "thumb.jpg");
        string[] tags =
        [
            "-q", "-overwrite_original", "-Orientation#=3", $"-GPSLatitude={Place}", "-GPSLatitudeRef=N", "-GPSLongitude=104.92", "-GPSLongitudeRef=E",
            $"-Artist={Canary}", "-Make=Samsung", $"-Model={Canary}", $"-SerialNumber={Canary}", $"-XMP:Creator={Canary}", $"-IPTC:By-line={Canary}", $"-Comment={Canary}", $"-ThumbnailImage<={PathOf("thumb.jpg")}",
        ];
        await Tool.RunAsync("exiftool", [.. tags, PathOf("phone.jpg")]);
        await File.WriteAllBytesAsync(PathOf("motion.jpg"), [.. Read("phone.jpg"), .. Read("trail.mp4")]);
        await FfmpegAsync(["-i", PathOf("plain.jpg")], "screen.png");
        await Tool.RunAsync("exiftool", "-q", "-overwrite_original", $"-PNG:Author={Canary}", $"-XMP:Creator={Canary}", PathOf("screen.png"));
        await FfmpegAsync(["-f", "lavfi", "-i", "testsrc=d=1:s=200x100:r=5"], "moving.gif");
        await Tool.RunAsync("vips", "copy", PathOf("moving.gif") + "[n=-1]", PathOf("moving.webp"));
        await Tool.RunAsync("vips", "copy", PathOf("plain.jpg"), PathOf("iphone.heic"));
        await Tool.RunAsync("exiftool", "-q", "-overwrite_original", $"-XMP:Creator={Canary}", $"-GPSLatitude={Place}", PathOf("iphone.heic"));
    }

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("run.exe").Open();
            entry.Write(Encoding.ASCII.GetBytes(Canary + Eicar));
        }

        return bytes.ToArray();
    }

    private Task<string> FfmpegAsync(string[] arguments, string name) =>
        Tool.RunAsync("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments, PathOf(name)]);
}
