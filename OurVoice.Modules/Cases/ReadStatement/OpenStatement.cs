using OurVoice.Cases.ReadCase;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.ReadStatement;

/// <summary>Opens a statement for somebody of the asked office: asks the rule, writes the row of the audit, and only then decrypts.</summary>
internal sealed class OpenStatement(StatementReader reader, RecentOpenings recent, IAudit audit)
{
    /// <summary>The statement, or null when it is not there or not for this person; either way the audit has its row.</summary>
    /// <param name="id">As asked for.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="isCircuit">The page was made as plain markup a moment ago and now comes alive: the same opening.</param>
    /// <param name="cancel">The page was left.</param>
    public async Task<StatementFile?> ExecuteAsync(Guid id, Actor actor, bool isCircuit, CancellationToken cancel)
    {
        if (!await reader.MayReadAsync(id, actor, cancel))
        {
            await audit.NoteAsync(new(AuditAct.StatementDenied, actor, id), cancel);
            return null;
        }

        var account = actor.AccountId!.Value;
        if (!isCircuit || !recent.Take(account, id, actor.At))
        {
            await audit.NoteAsync(new(AuditAct.StatementOpened, actor, id), cancel);
        }

        if (!isCircuit)
        {
            recent.Remember(account, id, actor.At);
        }

        return await reader.FindAsync(id, actor, cancel);
    }
}
