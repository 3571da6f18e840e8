using System.Buffers.Binary;
using Microsoft.AspNetCore.WebUtilities;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Audit.ShowAudit;

/// <summary>
/// A place in the chain for the address of the next page, sealed: from the plain numbers of two pages a reader could count the
/// rows that are kept from the list, and so learn that a case exists.
/// </summary>
internal sealed class AuditPlaces(ISiteSeal seal)
{
    private const string Purpose = "audit/place";

    public string Write(Side side, Guid reader, long sequence)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, sequence);
        return WebEncoders.Base64UrlEncode(seal.Seal(Purpose, bytes, reader.ToByteArray(), side));
    }

    /// <summary>The place, or null for the beginning when the text is none of this reader's.</summary>
    public long? Read(Side side, Guid reader, string? text)
    {
        try
        {
            return text is { Length: < 200 } && seal.Open(Purpose, WebEncoders.Base64UrlDecode(text), reader.ToByteArray(), side) is { Length: sizeof(long) } bytes
                ? BinaryPrimitives.ReadInt64BigEndian(bytes)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
