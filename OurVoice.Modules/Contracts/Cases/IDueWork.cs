namespace OurVoice.Contracts.Cases;

/// <summary>Questions of the outbox before a reminder goes: is there still something to remind of?</summary>
public interface IDueWork
{
    /// <summary>
    /// Whether the account may work a case now that is warned of, due, parked or newly come from below, and that is its to do: as the
    /// one assigned, as a head, as anybody of an office without a head, or as the deputy of one of these. A late office's duty counts
    /// until it has answered. From the last commit, by the access rule.
    /// </summary>
    /// <param name="accountId">Any account.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Ends the query.</param>
    Task<bool> HasAsync(Guid accountId, DateTime now, CancellationToken cancel);

    /// <summary>Whether the office still waits for the citizen of this case. An answer that does not count yet is an answer.</summary>
    Task<bool> WaitsForCitizenAsync(Guid caseId, CancellationToken cancel);
}
