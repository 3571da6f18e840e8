using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Store;

internal sealed class OpenCaseKey(Guid caseId, KeyBox box, byte[] key) : CaseKey
{
    // Derived from the key, so that no column can disagree with it.
    private readonly KeyId _id = KeyId.Read(HKDF.Expand(HashAlgorithmName.SHA256, key, KeyId.Size, "our-voice/1/case-key-id"u8.ToArray()));
    private bool _disposed;

    public override Guid CaseId => caseId;

    public override byte[] Seal(SealedField at, string text) => SealBytes(at, Encoding.UTF8.GetBytes(text));

    public override byte[] SealBytes(SealedField at, ReadOnlySpan<byte> bytes) =>
        at.CaseId == caseId
            ? Blob.Seal(Key(), _id, Padding.Pad(bytes), FieldAad(at))
            : throw new ArgumentException("The place names another case than the key's.", nameof(at));

    public override string Open(SealedField at, ReadOnlySpan<byte> blob) => Encoding.UTF8.GetString(OpenBytes(at, blob));

    public override byte[] OpenBytes(SealedField at, ReadOnlySpan<byte> blob)
    {
        var padded = Blob.Open(Key(), blob, FieldAad(at)) ?? throw new SealBroken($"{at.Table}.{at.Field}");
        return Padding.Strip(padded).ToArray();
    }

    public override byte[] WrapFileKey(SealedFileKey key) => Blob.Seal(Key(), _id, key.Key, FileAad(key.FileId));

    public override SealedFileKey UnwrapFileKey(Guid fileId, ReadOnlySpan<byte> wrapped) =>
        new(fileId, Blob.Open(Key(), wrapped, FileAad(fileId)) ?? throw new SealBroken("the key of a file"));

    public override void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(key);
    }

    // A wiped key is a key of zeros: sealing with it would look right and protect nothing.
    private byte[] Key()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return key;
    }

    // Lengths stand before the names, so that no two places give the same bytes.
    private byte[] FieldAad(SealedField at) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"field|{box:D}|{at.Table.Length}:{at.Table}|{at.CaseId:N}|{at.Row:N}|{at.Field.Length}:{at.Field}|{at.Version}"));

    private byte[] FileAad(Guid fileId) => Encoding.UTF8.GetBytes($"file|{box:D}|{caseId:N}|{fileId:N}");
}
