using System.Globalization;
using System.Text.RegularExpressions;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Media;

/// <summary>Pictures: decoded by libvips, turned upright, in the colours of screens, written as a JPEG that holds nothing else.
/// Of a moving GIF or WebP the first picture is taken.</summary>
internal sealed partial class PictureCleaning : ICleaning
{
    private const string Result = "clean.jpg";

    // One thread; no decoder of a format we do not take; a large picture stays in memory, where its limit is, not in a file.
    private static readonly string[] Vips = ["env", "VIPS_BLOCK_UNTRUSTED=1", "VIPS_CONCURRENCY=1", "VIPS_DISC_THRESHOLD=2g"];

    public FileKind Kind => FileKind.Picture;

    public (string[] Programs, string Package) Needs => (["/usr/bin/vips", "/usr/bin/vipsheader"], "libvips-tools");

    public async Task<CleanedMedia> CleanAsync(Workbench bench, FileFormat format, CancellationToken cancellationToken)
    {
        var said = Header().Match(await bench.RunAsync([.. Vips, "vipsheader", Workbench.Source], bench.Options.Look, cancellationToken));
        CleaningStopped.If(!said.Success || said.Groups["loader"].Value != Loader(format), CleaningFailure.NotDecodable);
        CleaningStopped.If(Side(said, "width") * Side(said, "height") > bench.Options.MaxPixels, CleaningFailure.TooLarge);
        await bench.RunAsync([.. Vips, .. Thumbnail(bench.Options.PictureSide)], bench.Options.Picture, cancellationToken);
        var picture = await bench.TakeAsync(Result, cancellationToken);
        CleaningStopped.If(picture is null || !PlainJpeg.Is(picture), CleaningFailure.NotDecodable);
        return new([picture!], "image/jpeg", Failure: null);
    }

    // What is transparent becomes white, as on paper; smaller pictures keep their size.
    private static string[] Thumbnail(int side)
    {
        var longest = side.ToString(CultureInfo.InvariantCulture);
        return
        [
            "vips", "thumbnail", Workbench.Source, Result + "[Q=80,strip,background=255,optimize_coding]", longest,
            "--height", longest, "--size", "down", "--export-profile", "srgb",
        ];
    }

    /// <summary>The one decoder that may have taken the file: a file that is two things at once is what we took it for, or nothing.</summary>
    private static string? Loader(FileFormat format) => format switch
    {
        FileFormat.Jpeg => "jpegload",
        FileFormat.Png => "pngload",
        FileFormat.Webp => "webpload",
        FileFormat.Gif => "gifload",
        FileFormat.Heic => "heifload",
        _ => null,
    };

    private static long Side(Match said, string name) =>
        long.TryParse(said.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : int.MaxValue;

    [GeneratedRegex(@"^\.\./in/original: (?<width>\d+)x(?<height>\d+) [^\r\n]*, (?<loader>\w+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();
}
