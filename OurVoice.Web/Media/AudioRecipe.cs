using System.Globalization;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Media;

/// <summary>How a format becomes a clean one. AAC in MP4, and Opus and Vorbis in Ogg, are packed anew without being decoded;
/// the rest is decoded and encoded, because junk between its frames would survive a copy.</summary>
internal sealed record AudioRecipe(string Muxer, string ContentType, string[] Codec)
{
    private static readonly AudioRecipe CopyToM4a = new("ipod", "audio/mp4", ["-c:a", "copy", "-movflags", "+faststart"]);
    private static readonly AudioRecipe CopyToOgg = new("ogg", "audio/ogg", ["-c:a", "copy"]);
    private static readonly AudioRecipe EncodeToM4a =
        new("ipod", "audio/mp4", ["-c:a", "aac", "-ac", "1", "-b:a", "48k", "-movflags", "+faststart"]);

    public static AudioRecipe For(FileFormat format, string codec) => (format, codec) switch
    {
        (FileFormat.Mp4, "aac") => CopyToM4a,
        (FileFormat.Ogg, "opus" or "vorbis") => CopyToOgg,
        _ => EncodeToM4a,
    };

    /// <summary>The one demuxer ffmpeg may use; left to itself it would also try playlists and scripts. Null if not sound.</summary>
    public static string? Demuxer(FileFormat format) => format switch
    {
        FileFormat.Mp3 => "mp3",
        FileFormat.Mp4 => "mov",
        FileFormat.Ogg => "ogg",
        FileFormat.Matroska => "matroska",
        FileFormat.Wav => "wav",
        FileFormat.Amr => "amr",
        FileFormat.Aac => "aac",
        FileFormat.Flac => "flac",
        _ => null,
    };

    public string[] Command(string demuxer, string source, string result, TimeSpan longest) =>
    [
        "ffmpeg", "-nostdin", "-v", "error", "-protocol_whitelist", "file", "-f", demuxer, "-i", source,
        "-map", "0:a:0", "-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact",
        // One second more than allowed, so that a recording that is too long can be told from one that just fits.
        "-t", (longest.TotalSeconds + 1).ToString("0.###", CultureInfo.InvariantCulture),
        .. Codec, "-f", Muxer, result,
    ];
}
