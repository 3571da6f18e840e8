namespace OurVoice.Contracts.Cases;

/// <summary>Question of the sweep of keys without a case: statements have keys of their own.</summary>
public interface IStatementKeys
{
    /// <summary>Those of these ids that are statements whose words are still kept.</summary>
    Task<IReadOnlySet<Guid>> InUseAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel);
}
