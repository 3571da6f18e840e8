namespace OurVoice.Contracts.Host;

/// <summary>
/// One opened key of one case (AES-256-GCM). Dispose it soon: that wipes the key. A blob is format byte, key id (8),
/// nonce (12), tag (16), ciphertext; lengths are padded to steps (64, 128, ... 1,024, then each 1,024 bytes).
/// Opening throws <see cref="SealBroken"/> for a wrong key, a wrong place or a changed byte.
/// </summary>
public abstract class CaseKey : IDisposable
{
    /// <summary>The case this key belongs to.</summary>
    public abstract Guid CaseId { get; }

    /// <summary>Seals a text. Throws <see cref="ArgumentException"/> when the place names another case.</summary>
    public abstract byte[] Seal(SealedField at, string text);

    /// <summary>Seals bytes.</summary>
    public abstract byte[] SealBytes(SealedField at, ReadOnlySpan<byte> bytes);

    /// <summary>Opens a text sealed by <see cref="Seal"/> at the same place.</summary>
    public abstract string Open(SealedField at, ReadOnlySpan<byte> blob);

    /// <summary>Opens bytes sealed by <see cref="SealBytes"/> at the same place.</summary>
    public abstract byte[] OpenBytes(SealedField at, ReadOnlySpan<byte> blob);

    /// <summary>Wraps the key of a sealed file so that it can stand in the file's row; bound to case and file id.</summary>
    public abstract byte[] WrapFileKey(SealedFileKey key);

    /// <summary>Opens a wrapped file key.</summary>
    public abstract SealedFileKey UnwrapFileKey(Guid fileId, ReadOnlySpan<byte> wrapped);

    /// <summary>Wipes the key.</summary>
    public abstract void Dispose();
}
