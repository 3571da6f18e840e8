namespace OurVoice.Contracts.Host;

/// <summary>
/// Writes down, inside an action, what the action does: the row stands if and only if the act stands, so nothing refused is noted as
/// done and nothing done goes without its row. For acts after which nothing is decrypted; for openings and refused tries see <see cref="IAudit"/>.
/// </summary>
public interface IAuditInAct
{
    /// <summary>One row in the caller's transaction, in the tables of the side of the account that acts.</summary>
    /// <param name="note">What is done.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <exception cref="ArgumentException">No account acts, the audit does not know it, or a reason is no code.</exception>
    Task AddAsync(AuditNote note, CancellationToken cancel);
}
