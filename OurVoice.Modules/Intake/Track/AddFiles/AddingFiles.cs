using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;
using OurVoice.Intake.Submit.Steps;
using OurVoice.Intake.Upload;

namespace OurVoice.Intake.Track.AddFiles;

/// <summary>
/// Files on their way to a case that was sent before. What is staged travels in a sealed draft of its own in the page, as in
/// the form: it names no case, so it stays, like typed words, when the code is asked for again.
/// </summary>
internal sealed class AddingFiles(
    DraftSeal seal, FileTurn turn, CaseViews views, Vault vault, ICaseKeys keys, IRunner runner, IDbContextFactory<OurVoiceDb> databases)
{
    /// <summary>What the post brought: the draft, with the file that came or without the one that was taken away.</summary>
    public FileRoom Take(string? field, string go, UploadResult? upload)
    {
        var draft = seal.Open(field) is (DraftState.Fresh, { } held) ? held : new Draft { Made = seal.Now(), Nonce = Guid.NewGuid() };
        return new() { Draft = draft, Fault = FileTurn.Handles(go, upload) ? turn.Turn(draft, go, upload) : null };
    }

    /// <summary>Sealed for the next post; null when there is nothing to hold.</summary>
    public FileRoom? Hold(FileRoom? room) => room is { Draft.Files.Count: > 0 } ? room with { Sealed = seal.Seal(room.Draft) } : null;

    /// <summary>The same on a page of the case: what was attached meanwhile is no longer on its way.</summary>
    public async Task<FileRoom?> ShowAsync(Guid caseId, FileRoom? room, bool isWanted, CancellationToken cancel)
    {
        if (room is null || (!isWanted && room.Draft.Files.Count == 0))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var attached = await db.Set<Attachment>().Where(a => a.SubmissionId == caseId).Select(a => a.Id).ToListAsync(cancel);
        room.Draft.Files.RemoveAll(f => attached.Contains(f.Id));
        room.Draft.FilesBefore = attached.Count;
        return isWanted ? room with { Sealed = seal.Seal(room.Draft) } : Hold(room);
    }

    /// <exception cref="RuleBroken">The case takes no files now; nothing was written.</exception>
    public async Task<ActEnd> AttachAsync(FileRoom? room, ActOn act, Actor actor, CancellationToken cancel)
    {
        var files = room?.Draft.Files ?? [];
        if (files.Count == 0)
        {
            return new(Notice: null, new TrackFault("file", "Files_None"));
        }

        // Before anything is renamed out of staging: whoever holds a closed case must not fill the disk with it.
        await CheckAsync(files, act.CaseId, actor.Language, cancel);
        if (files.RemoveAll(f => !vault.Keep(f)) > 0)
        {
            return new(Notice: null, new TrackFault("file", "Files_Gone"));
        }

        using var key = await keys.FindAsync(act.CaseId, cancel) ?? throw new RuleBroken("Rule_Gone");
        var wrapped = files.ConvertAll(f => new WrappedFile(f, key.WrapFileKey(f.SealedKey)));
        return ActEnd.Done(await runner.RunAsync<AddFilesLater, bool>(actor, a => a.AddAsync(actor, act, wrapped, cancel), cancel), "Done_Files");
    }

    private async Task CheckAsync(List<StagedFile> files, Guid caseId, Lang language, CancellationToken cancel)
    {
        var found = await views.FindAsync(caseId, language, cancel) ?? throw new RuleBroken("Rule_Gone");
        if (!found.TakesFiles)
        {
            throw new RuleBroken(found.WithdrawnOn is null ? "Rule_AlreadyClosed" : "Rule_Withdrawn");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var ids = files.ConvertAll(f => f.Id);
        if (await db.Set<Attachment>().CountAsync(a => a.SubmissionId == caseId && !ids.Contains(a.Id), cancel) + files.Count > FileTurn.Most)
        {
            throw new RuleBroken("Rule_TooManyFiles");
        }
    }
}
