using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.ReadCase;

/// <summary>Opens an attachment for somebody at the desk: asks the access rule, writes the row of the audit, and only then decrypts.</summary>
internal sealed class OpenFile(CaseFileReader reader, ISubmissionReader submissions, RecentOpenings recent, IAudit audit)
{
    /// <summary>The cleaned copy, or null when it is not there or not for this person; either way the audit has its row.</summary>
    public async Task<CleanedFile?> ExecuteAsync(Guid caseId, Guid fileId, Actor actor, CancellationToken cancel)
    {
        var found = await reader.MayReadAsync(caseId, actor, cancel) ? await FindAsync(caseId, fileId, actor, cancel) : null;
        if (found is null)
        {
            await audit.NoteAsync(new(AuditAct.AttachmentDenied, actor, caseId, fileId), cancel);
        }

        return found;
    }

    private async Task<CleanedFile?> FindAsync(Guid caseId, Guid fileId, Actor actor, CancellationToken cancel)
    {
        var account = actor.AccountId!.Value;
        if (!recent.Knows(account, fileId, actor.At))
        {
            await audit.NoteAsync(new(AuditAct.AttachmentOpened, actor, caseId, fileId), cancel);
            recent.Remember(account, fileId, actor.At);
        }

        return await submissions.OpenFileAsync(caseId, fileId, cancel);
    }
}
