using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Cases;

/// <summary>Question of the administrator's page: how many cases does the ladder leave alone because they keep failing?</summary>
public interface ICasesSetAside
{
    /// <summary>Of one side; which they are nobody learns from it.</summary>
    Task<int> CountAsync(Side side, CancellationToken cancel);
}
