using System.Buffers;
using System.IO.Compression;

namespace OurVoice.Tests.Canary;

/// <summary>What is compressed within bytes: gzip and zlib wherever they begin, brotli and bare deflate where a file or a body begins.</summary>
internal static class Unpacked
{
    private const int Most = 8_000_000;
    private const int Least = 8;

    public static IEnumerable<byte[]> From(byte[] bytes) => Streams(bytes).Where(s => s.Length >= Least);

    private static IEnumerable<byte[]> Streams(byte[] bytes)
    {
        foreach (var start in Starts(bytes))
        {
            yield return Inflate(new DeflateStream(Tail(bytes, start), CompressionMode.Decompress));
            yield return Brotli(bytes.AsSpan(start));
        }

        foreach (var start in Each(bytes, [0x1F, 0x8B, 0x08]))
        {
            yield return Inflate(new GZipStream(Tail(bytes, start), CompressionMode.Decompress));
        }

        // The second byte of a zlib head makes it a multiple of 31: one of these for each strength.
        foreach (var start in new byte[] { 0x01, 0x5E, 0x9C, 0xDA }.SelectMany(second => Each(bytes, [0x78, second])))
        {
            yield return Inflate(new ZLibStream(Tail(bytes, start), CompressionMode.Decompress));
        }
    }

    // A proxy keeps the head of an answer and an empty line before its body.
    private static IEnumerable<int> Starts(byte[] bytes)
    {
        yield return 0;
        foreach (var line in Each(bytes, "\r\n\r\n"u8.ToArray()))
        {
            yield return line + 4;
        }
    }

    private static IEnumerable<int> Each(byte[] bytes, byte[] head)
    {
        for (var at = 0; bytes.AsSpan(at).IndexOf(head) is >= 0 and var found; at += found + 1)
        {
            yield return at + found;
        }
    }

    private static MemoryStream Tail(byte[] bytes, int start) => new(bytes, start, bytes.Length - start);

    // What came before a fault counts: most heads are chance, and a stream may be cut off.
    private static byte[] Inflate(Stream packed)
    {
        using var plain = new MemoryStream();
        try
        {
            var buffer = new byte[16_384];
            for (int read; plain.Length < Most && (read = packed.Read(buffer)) > 0;)
            {
                plain.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // It was none, or ends here.
        }
        finally
        {
            packed.Dispose();
        }

        return plain.ToArray();
    }

    private static byte[] Brotli(ReadOnlySpan<byte> packed)
    {
        using var plain = new MemoryStream();
        using var decoder = new BrotliDecoder();
        var buffer = new byte[16_384];
        for (var status = OperationStatus.DestinationTooSmall; status == OperationStatus.DestinationTooSmall && plain.Length < Most;)
        {
            status = decoder.Decompress(packed, buffer, out var consumed, out var written);
            plain.Write(buffer, 0, written);
            packed = packed[consumed..];
        }

        return plain.ToArray();
    }
}
