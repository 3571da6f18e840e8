namespace OurVoice.Contracts.Host;

/// <summary>
/// Seals what belongs to no case: drafts of the public form, recipients in the outbox, officers' drafts. The blob
/// names its master key, so it opens after a rotation. Lengths are not padded; expiry is the caller's, inside the data.
/// </summary>
public interface ISiteSeal
{
    /// <summary>Seals data for a purpose; <paramref name="aad"/> is authenticated and must be given again to open.</summary>
    /// <param name="purpose">A constant name of the use; each has a key of its own.</param>
    /// <param name="data">What to seal.</param>
    /// <param name="aad">What the blob is bound to, such as a row's id; may be empty.</param>
    /// <param name="side">Whose master key; null for the site's. TI's outbox says <see cref="Side.Ti"/>.</param>
    byte[] Seal(string purpose, ReadOnlySpan<byte> data, ReadOnlySpan<byte> aad, Side? side = null);

    /// <summary>The data, or null when the blob is foreign, changed, or made for another purpose, side or aad.</summary>
    byte[]? Open(string purpose, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> aad, Side? side = null);
}
