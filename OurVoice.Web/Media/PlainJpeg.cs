using System.Buffers.Binary;

namespace OurVoice.Web.Media;

/// <summary>Whether a result is a JPEG that holds one picture and nothing else. A converter taken over by its input could answer
/// with anything, and what it answers is sent to an officer's browser.</summary>
internal static class PlainJpeg
{
    private const byte StartOfScan = 0xDA;

    public static bool Is(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) && FindScan(file) is { } scan && file[scan..].IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) == file.Length - scan - 2;

    // Every part before the picture must be needed to draw it: no comment, no EXIF, XMP, colour profile or preview.
    private static int? FindScan(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length || !IsNeeded(file[at + 1], file.Slice(at + 4, length - 2)))
            {
                return null;
            }

            if (file[at + 1] == StartOfScan)
            {
                return at;
            }

            at += 2 + length;
        }

        return null;
    }

    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xC0 or 0xC1 or 0xC2 or 0xC4 or 0xDB or 0xDD or StartOfScan => true,
        // The head of the format, without the preview that it could carry.
        0xE0 => content.Length == 14 && content.StartsWith("JFIF\0"u8),
        _ => false,
    };
}
