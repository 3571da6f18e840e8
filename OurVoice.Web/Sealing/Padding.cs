using System.Buffers.Binary;

namespace OurVoice.Web.Sealing;

/// <summary>Lengths speak: "yes" and "no" must not be told apart by size. Steps of 64, 128, 256, 512, then each 1,024 bytes.</summary>
internal static class Padding
{
    private const int LengthSize = 4;

    public static byte[] Pad(ReadOnlySpan<byte> bytes)
    {
        var padded = new byte[Step(bytes.Length + LengthSize)];
        BinaryPrimitives.WriteInt32LittleEndian(padded, bytes.Length);
        bytes.CopyTo(padded.AsSpan(LengthSize));
        return padded;
    }

    /// <summary>Only for what has been authenticated: the length is trusted.</summary>
    public static ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> padded) =>
        padded.Slice(LengthSize, BinaryPrimitives.ReadInt32LittleEndian(padded));

    private static int Step(int size) => size switch
    {
        <= 64 => 64,
        <= 128 => 128,
        <= 256 => 256,
        <= 512 => 512,
        _ => (size + 1023) / 1024 * 1024,
    };
}
