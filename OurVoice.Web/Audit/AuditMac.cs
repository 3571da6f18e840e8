using System.Security.Cryptography;
using System.Text;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit;

/// <summary>
/// The proof of a row: HMAC-SHA256 over the proof of the row before and every column, with a key derived from the side's master
/// key. Whoever has the database alone can neither change a row nor add one.
/// </summary>
internal static class AuditMac
{
    public const int Size = HMACSHA256.HashSizeInBytes;

    /// <summary>What stands in the place of the row before the first.</summary>
    public static readonly byte[] Start = new byte[Size];

    private const byte Format = 1;

    public static byte[] Of(AuditRow row, ReadOnlySpan<byte> before, byte[] key)
    {
        using var bytes = new MemoryStream(256);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Format);
        writer.Write(before);
        writer.Write(row.Sequence);
        writer.Write(row.KeyId);
        writer.Write(row.At.Ticks);
        writer.Write(row.Act.ToString());
        Write(writer, row.AccountId);
        Write(writer, row.OfficeId);
        Write(writer, row.CaseId);
        Write(writer, row.DetailId);
        writer.Write(row.Reason is not null);
        writer.Write(row.Reason ?? "");
        writer.Flush();
        return HMACSHA256.HashData(key, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    public static byte[] Key(MasterKey master) => master.Derive("audit/rows");

    private static void Write(BinaryWriter writer, Guid? id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.GetValueOrDefault().TryWriteBytes(bytes);
        writer.Write(id is not null);
        writer.Write(bytes);
    }
}
