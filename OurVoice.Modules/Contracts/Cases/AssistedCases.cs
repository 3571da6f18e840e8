namespace OurVoice.Contracts.Cases;

/// <summary>
/// What is different in a case that an officer took in for a citizen: somebody else may know the code. Source: design.md 4.14.
/// </summary>
public static class AssistedCases
{
    /// <summary>Calendar days after which a withdrawal or "solved" counts; until then the citizen can take it back.</summary>
    public const int WaitDays = 3;
}

/// <summary>Question of assisted intake: may the person who has just recorded a case read it as well?</summary>
public interface ICaseSight
{
    /// <summary>The access rule, now. An unknown case is one that nobody may read.</summary>
    Task<bool> MayReadAsync(Guid caseId, Host.Actor actor, CancellationToken cancel);
}
