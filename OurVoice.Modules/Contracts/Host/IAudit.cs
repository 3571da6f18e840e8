namespace OurVoice.Contracts.Host;

/// <summary>
/// Writes down who opened what and who was refused, before the content is decrypted (design.md 4.11). The row stands in the
/// tables of the side of the account that acted, chained to the row before. Visits of citizens are not written down.
/// </summary>
public interface IAudit
{
    /// <summary>
    /// One row in a transaction of its own, durable when the call returns. Never call it inside an action: an act that is undone
    /// must leave its row (what is done and shows nothing: <see cref="IAuditInAct"/>). Notes of many callers share one commit.
    /// </summary>
    /// <param name="note">What happened.</param>
    /// <param name="cancel">Stops the waiting; the row may be written all the same.</param>
    /// <exception cref="ArgumentException">No account acted, or a reason is no code.</exception>
    /// <exception cref="InvalidOperationException">The row cannot be written: nothing may be opened.</exception>
    Task NoteAsync(AuditNote note, CancellationToken cancel);
}

/// <summary>What one row says.</summary>
/// <param name="Act">What was done or refused.</param>
/// <param name="Actor">The account, the office it acted for, and the instant (UTC, kept to the second).</param>
/// <param name="CaseId">The case that was asked for, whether it exists or not.</param>
/// <param name="DetailId">The file, identity or export.</param>
/// <param name="Reason">A code from a list (letters, digits, dash, dot; at most 40), never words.</param>
public sealed record AuditNote(AuditAct Act, Actor Actor, Guid? CaseId = null, Guid? DetailId = null, string? Reason = null);
