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
    /// The same from the master key that was the side's current one at an instant. What two processes must make alike
    /// from one starting point (a draft's id, the chain of a row) stays alike over a rotation.
    /// </summary>
    /// <param name="side">Whose master key; null for the site's.</param>
    /// <param name="purpose">A constant name of the use.</param>
    /// <param name="at">UTC; before the first key's time it is the first key.</param>
    byte[] DeriveAt(Side? side, string purpose, DateTime at);

    /// <summary>
    /// The same from every master key of the side that is still in the folder, the current one first. Whoever
    /// looks up by a keyed hash asks with all of them, so that a rotation loses no receipt.
    /// </summary>
    IReadOnlyList<byte[]> DeriveAll(Side? side, string purpose);
}

/// <summary>
/// Question to the modules before a master key is taken out of use for good: do you still need it? Register one where keyed
/// hashes or seals of a module outlive a rotation. Case keys and the Data Protection ring are rewrapped and need no answer.
/// </summary>
public interface IMasterKeyUse
{
    /// <summary>A short English name for the operator, such as "receipts".</summary>
    string Name { get; }

    /// <summary>True while something made before <paramref name="until"/> can only be found or checked with a key of that time.</summary>
    /// <param name="side">Whose master key; null for the site's.</param>
    /// <param name="until">UTC; when the next key took its place.</param>
    /// <param name="cancel">Ends the query.</param>
    Task<bool> NeedsAsync(Side? side, DateTime until, CancellationToken cancel);
}
