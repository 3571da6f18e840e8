namespace OurVoice.Contracts.Cases;

/// <summary>Question to the module Cases: from which of these cases is an account excluded (design.md 4.2)?</summary>
public interface ICaseExclusions
{
    /// <summary>
    /// The ids of the cases that this account must not learn of. Ids of no case are in no answer; nothing is said about the
    /// other conditions of reading. From the last commit.
    /// </summary>
    /// <param name="accountId">Any account.</param>
    /// <param name="caseIds">Ids of cases, or of none.</param>
    /// <param name="now">UTC; membership counts for 24 months back from here.</param>
    /// <param name="cancel">Request ended.</param>
    Task<IReadOnlySet<Guid>> ExcludedFromAsync(Guid accountId, IReadOnlyCollection<Guid> caseIds, DateTime now, CancellationToken cancel);
}
