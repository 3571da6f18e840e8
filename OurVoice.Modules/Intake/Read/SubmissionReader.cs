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

    public async Task<IReadOnlyList<SubmissionFile>> ListFilesAsync(Guid caseId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await IsReadableAsync(db, caseId, cancel) ? await FilesAsync(db, caseId, cancel) : [];
    }

    public async Task<SubmissionFile?> MakeFileReadyAsync(Guid caseId, Guid fileId, CancellationToken cancel)
    {
        using var found = await FindAsync(caseId, fileId, cancel);
        return found is null ? null : Listed(await copies.MakeAsync(found.File, found.Key, cancel));
    }

    public async Task<CleanedFile?> OpenFileAsync(Guid caseId, Guid fileId, int page, CancellationToken cancel)
    {
        using var found = await FindAsync(caseId, fileId, cancel);
        return found is null ? null : copies.Open(await copies.MakeAsync(found.File, found.Key, cancel), page, found.Key);
    }

    private async Task<Found?> FindAsync(Guid caseId, Guid fileId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var file = await IsReadableAsync(db, caseId, cancel)
            ? await db.Set<Attachment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == fileId && a.SubmissionId == caseId, cancel)
            : null;
        return file is not null && await keys.FindAsync(caseId, cancel) is { } key ? new(file, key) : null;
    }

    private static Task<bool> IsReadableAsync(OurVoiceDb db, Guid caseId, CancellationToken cancel) =>
        db.Set<Submission>().AnyAsync(s => s.Id == caseId && s.WithdrawnOn == null && s.ErasedOn == null, cancel);

    private async Task<List<SubmissionFile>> FilesAsync(OurVoiceDb db, Guid caseId, CancellationToken cancel)
    {
        var files = await db.Set<Attachment>().AsNoTracking().Where(a => a.SubmissionId == caseId).OrderBy(a => a.Number).ToListAsync(cancel);
        return files.ConvertAll(Listed);
    }

    private SubmissionFile Listed(Attachment file) =>
        new(file.Id, file.Number, file.Kind, file.Bytes, copies.CanBeShown(file), file.CleanPages, file.PagesInOriginal, file.CleanFailure, file.ActId);

    private static async Task<List<CitizenMessage>> MessagesAsync(OurVoiceDb db, Guid caseId, CaseKey key, CancellationToken cancel)
    {
        var messages = await db.Set<Message>().AsNoTracking().Where(m => m.SubmissionId == caseId).OrderBy(m => m.Number).ToListAsync(cancel);
        return [.. messages.Select(m => new CitizenMessage(m.Id, m.At, key.Open(SealedAt.Message(caseId, m.Id), m.Words)))];
    }

    private sealed record Found(Attachment File, CaseKey Key) : IDisposable
    {
        public void Dispose() => Key.Dispose();
    }
}
