using OurVoice.Contracts.Host;

namespace OurVoice.Cases.ReadCase;

/// <summary>Opens a case for somebody at the desk: asks the access rule, writes the row of the audit, and only then decrypts.</summary>
internal sealed class OpenCase(CaseFileReader reader, RecentOpenings recent, IAudit audit)
{
    /// <summary>The case, or null when it is not there or not for this person; either way the audit has its row.</summary>
    /// <param name="caseId">As asked for.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="isCircuit">The page was made as plain markup a moment ago and now comes alive: the same opening.</param>
    /// <param name="cancel">The page was left.</param>
    public async Task<CaseFile?> ExecuteAsync(Guid caseId, Actor actor, bool isCircuit, CancellationToken cancel)
    {
        if (!await reader.MayReadAsync(caseId, actor, cancel))
        {
            await audit.NoteAsync(new(AuditAct.CaseDenied, actor, caseId), cancel);
            return null;
        }

        var account = actor.AccountId!.Value;
        if (!isCircuit || !recent.Take(account, caseId, actor.At))
        {
            await audit.NoteAsync(new(AuditAct.CaseOpened, actor, caseId), cancel);
        }

        if (!isCircuit)
        {
            recent.Remember(account, caseId, actor.At);
        }

        return await reader.FindAsync(caseId, actor, cancel);
    }
}
