using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Cases;

/// <summary>
/// Question to the module Cases: the names of the persons a case is about. Asked before an action that may move the case, because
/// keys lie in another database; for the conflict rule only, never shown by the caller.
/// </summary>
public interface IAccusedNames
{
    /// <summary>All names given so far, in no order; empty when there are none or the case's key is gone.</summary>
    Task<IReadOnlyList<Unlogged>> OfAsync(Guid caseId, CancellationToken cancel);
}
