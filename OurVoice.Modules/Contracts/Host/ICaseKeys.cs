namespace OurVoice.Contracts.Host;

/// <summary>
/// The key store: two random keys for each case (content and identity), wrapped under the master key of the case's
/// side, in a database of its own. A statement, which lives apart from the case behind it, has keys of its own in the same way, under
/// its own id. Nothing is cached: a deleted key is gone with the call that deletes it.
/// Throws <see cref="SealBroken"/> when a wrapped key was tampered with or its master key is not in the folder.
/// </summary>
public interface ICaseKeys
{
    /// <summary>
    /// Makes the content and the identity key of a case, or finds those that are there already; durable before it
    /// returns. Call it before the runner starts, with the submission's id. Returns the content key.
    /// </summary>
    Task<CaseKey> CreateAsync(Guid caseId, Side side, CancellationToken cancel);

    /// <summary>The content key of a case, or null when there is none (never made, or erased).</summary>
    Task<CaseKey?> FindAsync(Guid caseId, CancellationToken cancel);

    /// <summary>
    /// The key of the identity box (name, contact, exact instant), or null. Ask for it only to fill the box when a
    /// case is opened and in the audited action that opens it.
    /// </summary>
    Task<CaseKey?> FindIdentityAsync(Guid caseId, CancellationToken cancel);

    /// <summary>Wraps both keys of a case under another side's master key (hand-over to TI). False when there are none.</summary>
    Task<bool> ChangeSideAsync(Guid caseId, Side to, CancellationToken cancel);

    /// <summary>Deletes both keys for good; deleting twice is the same as once.</summary>
    Task DeleteAsync(Guid caseId, CancellationToken cancel);

    /// <summary>Deletes the key of the identity box alone for good; the words stay readable.</summary>
    Task DeleteIdentityAsync(Guid caseId, CancellationToken cancel);

    /// <summary>
    /// Up to <paramref name="count"/> cases that have keys, oldest first, for sweeps: those after
    /// <paramref name="after"/> (null: from the start) and made before <paramref name="madeBefore"/> (UTC).
    /// </summary>
    Task<IReadOnlyList<CaseKeyMade>> ListAsync(DateTime madeBefore, CaseKeyMade? after, int count, CancellationToken cancel);
}

/// <summary>
/// A case that has keys. <paramref name="MadeOn"/> is UTC and rounded up to the next midnight, because an exact
/// instant identifies; a key is therefore never swept too early.
/// </summary>
public sealed record CaseKeyMade(Guid CaseId, DateTime MadeOn);
