namespace OurVoice.Contracts.Host;

/// <summary>
/// Keys derived by HKDF-SHA256 from the master keys in <c>OurVoice:Keys:Folder</c>. The database holds none of them.
/// A side of null means the site's own master key, for what belongs to no side yet (drafts, receipts).
/// </summary>
public interface IMasterKeys
{
    /// <summary>32 bytes from the current master key of the side; the same purpose gives the same bytes until the key is rotated.</summary>
    /// <param name="side">Whose master key; null for the site's.</param>
    /// <param name="purpose">A constant name of the use, such as <c>receipts</c> or <c>audit</c>; never a citizen's word.</param>
    byte[] Derive(Side? side, string purpose);

    /// <summary>
    /// The same from every master key of the side that is still in the folder, the current one first. Whoever
    /// looks up by a keyed hash asks with all of them, so that a rotation loses no receipt.
    /// </summary>
    IReadOnlyList<byte[]> DeriveAll(Side? side, string purpose);
}
