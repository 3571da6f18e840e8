using System.Security.Cryptography;

namespace OurVoice.Web.Sealing;

/// <summary>The one layout of everything sealed but files: format, key id, nonce, tag, ciphertext. The head is authenticated too.</summary>
internal static class Blob
{
    public const int TagSize = 16;
    public const int Overhead = HeadSize + NonceSize + TagSize;
    private const byte Format = 1;
    private const int HeadSize = 1 + KeyId.Size;
    private const int NonceSize = 12;

    public static byte[] Seal(ReadOnlySpan<byte> key, KeyId id, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> aad)
    {
        var blob = new byte[Overhead + plain.Length];
        blob[0] = Format;
        id.Write(blob.AsSpan(1));
        RandomNumberGenerator.Fill(Nonce(blob));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(Nonce(blob), plain, blob.AsSpan(Overhead), Tag(blob), FullAad(blob, aad));
        return blob;
    }

    /// <summary>Which key to open it with, or null when it is no blob of ours.</summary>
    public static KeyId? KeyOf(ReadOnlySpan<byte> blob) =>
        blob.Length >= Overhead && blob[0] == Format ? KeyId.Read(blob[1..]) : null;

    /// <summary>The plaintext, or null when it does not authenticate.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> aad)
    {
        if (KeyOf(blob) is null)
        {
            return null;
        }

        var plain = new byte[blob.Length - Overhead];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(blob.Slice(HeadSize, NonceSize), blob[Overhead..], blob.Slice(HeadSize + NonceSize, TagSize), plain, FullAad(blob, aad));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static Span<byte> Nonce(byte[] blob) => blob.AsSpan(HeadSize, NonceSize);

    private static Span<byte> Tag(byte[] blob) => blob.AsSpan(HeadSize + NonceSize, TagSize);

    private static byte[] FullAad(ReadOnlySpan<byte> blob, ReadOnlySpan<byte> aad) => [.. blob[..HeadSize], .. aad];
}
