using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.ReadCase;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.ReadFile;

/// <summary>A file among those of its case that this officer may know.</summary>
/// <param name="File">How it stands.</param>
/// <param name="Before">The file before it, or null.</param>
/// <param name="After">The file after it, or null.</param>
internal sealed record SeenFile(SubmissionFile File, Guid? Before, Guid? After);

/// <summary>
/// The one way to an attachment: the access rule, then the row of the audit, and only then is anything decrypted. A file that is
/// unknown and one that may not be known are both null.
/// </summary>
internal sealed class FileDoor(IDbContextFactory<OurVoiceDb> databases, ISubmissionReader submissions, RecentOpenings recent, IAudit audit)
{
    /// <summary>Those of a case's files that count already and stand in what the officer may read.</summary>
    public static IReadOnlyList<SubmissionFile> Known(IReadOnlyList<SubmissionFile> files, IReadOnlySet<Guid> entries) =>
        [.. files.Where(f => f.AddedWith is not { } entry || entries.Contains(entry))];

    /// <summary>What may be known of a file without opening it. For a page that is open already: nothing is written down.</summary>
    public async Task<SeenFile?> FindAsync(Guid caseId, Guid fileId, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var account = actor.AccountId!.Value;
        if (!await db.ReadableCases(account, actor.At).AnyAsync(c => c.Id == caseId, cancel))
        {
            return null;
        }

        var entries = await db.ReadableEntries(caseId, account, actor.At).Select(e => e.Id).ToListAsync(cancel);
        var known = Known(await submissions.ListFilesAsync(caseId, cancel), entries.ToHashSet()).ToList();
        var at = known.FindIndex(f => f.Id == fileId);
        return at < 0 ? null : new(known[at], at > 0 ? known[at - 1].Id : null, at + 1 < known.Count ? known[at + 1].Id : null);
    }

    /// <summary>The same for whoever comes to it: a refusal is written down.</summary>
    public async Task<SeenFile?> KnockAsync(Guid caseId, Guid fileId, Actor actor, CancellationToken cancel)
    {
        var seen = await FindAsync(caseId, fileId, actor, cancel);
        if (seen is null)
        {
            await audit.NoteAsync(new(AuditAct.AttachmentDenied, actor, caseId, fileId), cancel);
        }

        return seen;
    }

    /// <summary>Makes the clean copy if there is none yet; how the file stands then.</summary>
    public async Task<SeenFile?> MakeReadyAsync(Guid caseId, Guid fileId, Actor actor, CancellationToken cancel) =>
        await EnterAsync(caseId, fileId, actor, cancel) is { } seen && await submissions.MakeFileReadyAsync(caseId, fileId, cancel) is { } ready
            ? seen with { File = ready }
            : null;

    /// <summary>A page, or the recording.</summary>
    public async Task<CleanedFile?> OpenAsync(Guid caseId, Guid fileId, int page, Actor actor, CancellationToken cancel) =>
        await EnterAsync(caseId, fileId, actor, cancel) is null ? null : await submissions.OpenFileAsync(caseId, fileId, page, cancel);

    private async Task<SeenFile?> EnterAsync(Guid caseId, Guid fileId, Actor actor, CancellationToken cancel)
    {
        var seen = await KnockAsync(caseId, fileId, actor, cancel);
        var account = actor.AccountId!.Value;
        if (seen is not null && !recent.Knows(account, fileId, actor.At))
        {
            await audit.NoteAsync(new(AuditAct.AttachmentOpened, actor, caseId, fileId), cancel);
            recent.Remember(account, fileId, actor.At);
        }

        return seen;
    }
}
