using System.Globalization;
using System.Text.Json;

namespace OurVoice.Web.Media;

/// <summary>What ffprobe says of a file's streams.</summary>
internal sealed record AudioProbe(string? SoundCodec, bool HasVideo, TimeSpan Duration)
{
    public static string[] Command(string demuxer, string file) =>
    [
        "ffprobe", "-v", "error", "-protocol_whitelist", "file", "-f", demuxer,
        "-show_entries", "format=duration:stream=codec_type,codec_name:stream_disposition=attached_pic", "-of", "json", file,
    ];

    public static AudioProbe Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var streams = document.RootElement.TryGetProperty("streams", out var list) ? list.EnumerateArray().ToList() : [];
        var sound = streams.FirstOrDefault(stream => IsOf(stream, "audio"));
        return new(
            sound.ValueKind is JsonValueKind.Object && sound.TryGetProperty("codec_name", out var codec) ? codec.GetString() : null,
            streams.Exists(stream => IsOf(stream, "video") && !IsCover(stream)),
            DurationOf(document.RootElement));
    }

    private static bool IsOf(JsonElement stream, string type) =>
        stream.TryGetProperty("codec_type", out var found) && found.ValueEquals(type);

    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition)
        && disposition.TryGetProperty("attached_pic", out var cover) && cover.GetInt32() == 1;

    private static TimeSpan DurationOf(JsonElement root) =>
        root.TryGetProperty("format", out var format) && format.TryGetProperty("duration", out var text)
        && double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;
}
