using OurVoice.Tests.Media;

namespace OurVoice.Tests.Canary;

/// <summary>A photograph that says where it was made and by whom.</summary>
internal static class Photo
{
    /// <param name="name">What it is called in a failure.</param>
    /// <param name="folder">Where it may lie meanwhile; nothing of it stays there.</param>
    /// <param name="canaries">Get what it carries, and a piece of it.</param>
    public static async Task<byte[]> TakeAsync(string name, string folder, Canaries canaries)
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".jpg");
        await Tool.RunAsync("ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=s=640x480,noise=alls=40", "-frames:v", "1", path);
        await Tool.RunAsync("exiftool", "-q", "-overwrite_original", "-Artist=" + canaries.Word(name + "'s artist"), "-SerialNumber=" + canaries.Word(name + "'s camera"), path);
        var bytes = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        canaries.Piece(name + "'s bytes", bytes.AsSpan(bytes.Length / 2, 24));
        return bytes;
    }
}
