using System.Buffers.Binary;
using System.Security.Cryptography;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Files;

/// <summary>
/// How a sealed file lies on disk: four bytes that name the format, then chunks of 64 KB ciphertext and tag. The nonce
/// is the index: safe because a key seals one file once and is made by its writer.
/// </summary>
internal static class Chunk
{
    public const int Size = 64 * 1024;
    public const int TagSize = 16;
    public const int SealedSize = Size + TagSize;

    public static ReadOnlySpan<byte> Head => "OVF1"u8;

    /// <summary>Seals the first <paramref name="length"/> bytes in place and puts the tag behind them.</summary>
    public static void Seal(AesGcm aes, Guid file, long index, bool last, Span<byte> buffer, int length)
    {
        var content = buffer[..length];
        aes.Encrypt(Nonce(index), content, content, buffer.Slice(length, TagSize), Aad(file, index, last));
    }

    /// <summary>Opens in place; the content is all but the last 16 bytes.</summary>
    public static void Open(AesGcm aes, Guid file, long index, bool last, Span<byte> buffer)
    {
        var content = buffer[..^TagSize];
        try
        {
            aes.Decrypt(Nonce(index), content, buffer[^TagSize..], content, Aad(file, index, last));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SealBroken("a file");
        }
    }

    private static byte[] Nonce(long index)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(nonce, index);
        return nonce;
    }

    private static byte[] Aad(Guid file, long index, bool last)
    {
        var aad = new byte[16 + 8 + 1];
        file.TryWriteBytes(aad);
        BinaryPrimitives.WriteInt64LittleEndian(aad.AsSpan(16), index);
        aad[24] = last ? (byte)1 : (byte)0;
        return aad;
    }
}
