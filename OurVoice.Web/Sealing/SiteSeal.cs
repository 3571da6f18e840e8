using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Sealing;

internal sealed class SiteSeal(MasterKeys masters) : ISiteSeal
{
    public byte[] Seal(string purpose, ReadOnlySpan<byte> data, ReadOnlySpan<byte> aad, Side? side = null)
    {
        var master = masters.Current(side);
        return Blob.Seal(master.Derive("seal/" + purpose), master.Id, data, aad);
    }

    public byte[]? Open(string purpose, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> aad, Side? side = null) =>
        Blob.KeyOf(blob) is { } id && masters.Find(side, id) is { } master
            ? Blob.Open(master.Derive("seal/" + purpose), blob, aad)
            : null;
}
