using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace OurVoice.Web.Sealing;

/// <summary>Eight random bytes that say which key sealed a blob; printed as 16 hexadecimal digits.</summary>
internal readonly record struct KeyId(ulong Value)
{
    public const int Size = 8;

    public static KeyId New() => Read(RandomNumberGenerator.GetBytes(Size));

    public static KeyId Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt64BigEndian(bytes));

    public static bool TryParse(string? text, out KeyId id)
    {
        var ok = ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && text!.Length == 16;
        id = new KeyId(value);
        return ok;
    }

    public void Write(Span<byte> to) => BinaryPrimitives.WriteUInt64BigEndian(to, Value);

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
