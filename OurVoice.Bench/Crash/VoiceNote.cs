using System.Diagnostics;

namespace OurVoice.Bench.Crash;

/// <summary>A second of sound as a phone records it, made by ffmpeg when it is needed.</summary>
public static class VoiceNote
{
    public static async Task<byte[]> MakeAsync(CancellationToken cancel)
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".m4a");
        using var ffmpeg = Process.Start(new ProcessStartInfo(
            "ffmpeg", ["-nostdin", "-loglevel", "error", "-f", "lavfi", "-i", "sine=frequency=440:duration=1", "-c:a", "aac", file]))!;
        await ffmpeg.WaitForExitAsync(cancel);
        var note = await File.ReadAllBytesAsync(file, cancel);
        File.Delete(file);
        return note;
    }
}
