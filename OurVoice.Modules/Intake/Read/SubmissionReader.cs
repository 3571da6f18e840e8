using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Read;

/// <summary>See <see cref="ISubmissionReader"/>.</summary>
internal sealed class SubmissionReader(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, CleanCopy copies) : ISubmissionReader
{
    public async Task<SubmissionContent?> ReadAsync(Guid caseId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<Submission>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == caseId, cancel);
        using var key = row is { IsReadable: true } ? await keys.FindAsync(caseId, cancel) : null;
        if (row is null || key is null)
        {
            return null;
        }

        var words = SealedAt.Unpack<SubmissionWords>(key.OpenBytes(SealedAt.Words(caseId), row.Words));
        return new(
            words.Story, words.HappenedWhen, words.ExtraMoney, words.AskedAmount, words.CommuneTyped, words.IdentityGiven,
            words.OpenIdentity, words.SafeHours, await FilesAsync(db, caseId, cancel), await MessagesAsync(db, caseId, key, cancel))
        {
            Corruption = words.Corruption,
        };
    }

    public async Task<CleanedFile?> OpenFileAsync(Guid caseId, Guid fileId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var readable = await db.Set<Submission>().AnyAsync(s => s.Id == caseId && s.WithdrawnOn == null && s.ErasedOn == null, cancel);
        var file = readable
            ? await db.Set<Attachment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == fileId && a.SubmissionId == caseId, cancel)
            : null;
        using var key = file is null ? null : await keys.FindAsync(caseId, cancel);
        return key is null ? null : await copies.OpenAsync(file!, key, cancel);
    }

    // Sound is cleaned when it is first played, so it counts as clean unless that was tried in vain.
    private async Task<List<SubmissionFile>> FilesAsync(OurVoiceDb db, Guid caseId, CancellationToken cancel)
    {
        var files = await db.Set<Attachment>().AsNoTracking().Where(a => a.SubmissionId == caseId).OrderBy(a => a.Number).ToListAsync(cancel);
        return [.. files.Select(f => new SubmissionFile(f.Id, f.Kind, f.Bytes, copies.CanBeShown(f)))];
    }

    private static async Task<List<CitizenMessage>> MessagesAsync(OurVoiceDb db, Guid caseId, CaseKey key, CancellationToken cancel)
    {
        var messages = await db.Set<Message>().AsNoTracking().Where(m => m.SubmissionId == caseId).OrderBy(m => m.Number).ToListAsync(cancel);
        return [.. messages.Select(m => new CitizenMessage(m.Id, m.At, key.Open(SealedAt.Message(caseId, m.Id), m.Words)))];
    }
}
