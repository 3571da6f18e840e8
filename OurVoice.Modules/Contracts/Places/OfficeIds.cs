using System.Security.Cryptography;
using System.Text;

namespace OurVoice.Contracts.Places;

/// <summary>Ids of offices: the same on every node and in every import, and without an order that says anything.</summary>
public static class OfficeIds
{
    // A fixed name space of our own; changing it would orphan every membership, poster and case.
    private static readonly byte[] Space = Encoding.ASCII.GetBytes("OurVoice.Places.Office/1");

    /// <summary>The Ministry of Interior.</summary>
    public static Guid Ministry { get; } = Of(OfficeKind.Ministry, placeCode: null);

    /// <summary>Transparency International Cambodia.</summary>
    public static Guid TransparencyInternational { get; } = Of(OfficeKind.TransparencyInternational, placeCode: null);

    /// <summary>Id of the office of a kind at exactly a place.</summary>
    public static Guid Of(OfficeKind kind, string? placeCode)
    {
        var name = Encoding.ASCII.GetBytes($"{(int)kind}/{placeCode}");
        var id = HMACSHA256.HashData(Space, name).AsSpan(0, 16);
        // RFC 9562 version 8 ("custom"): it cannot be taken for a random or a time-ordered id.
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
