using System.Security.Cryptography;
using System.Text;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Sealing.Store;

/// <summary>
/// How a case key lies in the key store: under a key derived from the side's master key for its box alone, bound to
/// case, box, side and master key (the head of the blob).
/// </summary>
internal sealed class CaseKeyWrap(MasterKeys masters)
{
    public byte[] WrapNew(Guid caseId, KeyBox box, Side side)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = Wrap(caseId, box, side, key);
        CryptographicOperations.ZeroMemory(key);
        return wrapped;
    }

    public CaseKey Open(CaseKeyRow row) => new OpenCaseKey(row.CaseId, row.Box, Unwrap(row));

    public byte[] Rewrap(CaseKeyRow row, Side to)
    {
        var key = Unwrap(row);
        var wrapped = Wrap(row.CaseId, row.Box, to, key);
        CryptographicOperations.ZeroMemory(key);
        return wrapped;
    }

    private byte[] Wrap(Guid caseId, KeyBox box, Side side, byte[] key)
    {
        var master = masters.Current(side);
        return Blob.Seal(master.Derive(Use(box)), master.Id, key, Aad(caseId, box, side));
    }

    private byte[] Unwrap(CaseKeyRow row) =>
        Blob.KeyOf(row.Wrapped) is { } id
        && masters.Find(row.Side, id) is { } master
        && Blob.Open(master.Derive(Use(row.Box)), row.Wrapped, Aad(row.CaseId, row.Box, row.Side)) is { } key
            ? key
            : throw new SealBroken("the key of a case");

    private static string Use(KeyBox box) => box == KeyBox.Identity ? "wrap/identity" : "wrap/content";

    private static byte[] Aad(Guid caseId, KeyBox box, Side side) => Encoding.UTF8.GetBytes($"case-key|{caseId:N}|{box:D}|{side:D}");
}

internal sealed record CaseKeyRow(Guid CaseId, KeyBox Box, Side Side, byte[] Wrapped);
