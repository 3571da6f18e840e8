using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Read;

/// <summary>The copy of a file that officers may see or hear: made at the first look, sealed under the case key and kept.</summary>
internal sealed class CleanCopy(Vault vault, IMediaCleaner cleaner, IRunner runner, TimeProvider time)
{
    /// <summary>There is a copy, or one can be made.</summary>
    public bool CanBeShown(Attachment file) => file.CleanId is not null || (file.CleanFailure is null && cleaner.CanClean(file.Kind));

    /// <summary>Makes the copy if there is none yet, and gives the row as it stands then.</summary>
    public async Task<Attachment> MakeAsync(Attachment file, CaseKey key, CancellationToken cancel)
    {
        if (file.CleanId is not null || !CanBeShown(file))
        {
            return file;
        }

        var clean = await CleanAsync(file, key, cancel);
        return (clean.Failure is { } failure ? await GiveUpAsync(file, failure, cancel) : await KeepAsync(file, clean, key, cancel)) ?? file;
    }

    /// <summary>One page, from 1, or the whole recording; null when there is no such page.</summary>
    public CleanedFile? Open(Attachment file, int page, CaseKey key)
    {
        if (file is not { CleanId: { } cleanId, CleanKey: { } wrapped, CleanType: { } type } || page < 1 || page > Math.Max(1, file.CleanPages))
        {
            return null;
        }

        var content = vault.OpenKept(key.UnwrapFileKey(cleanId, wrapped));
        return new(file.CleanPages == 0 ? content : PageBook.Open(content, page), type);
    }

    private async Task<CleanedMedia> CleanAsync(Attachment file, CaseKey key, CancellationToken cancel)
    {
        await using var original = vault.OpenKept(key.UnwrapFileKey(file.Id, file.FileKey));
        return await cleaner.CleanAsync(original, new FileDetail(file.Kind, file.Format), cancel);
    }

    private async Task<Attachment?> KeepAsync(Attachment file, CleanedMedia clean, CaseKey key, CancellationToken cancel)
    {
        var isSound = file.Kind == FileKind.Audio;
        var copy = await WriteAsync(isSound ? clean.Pages : [PageBook.Head(clean.Pages), .. clean.Pages], cancel);
        var row = new CleanRow(copy.FileId, key.WrapFileKey(copy), clean.ContentType, isSound ? 0 : clean.Pages.Count, isSound ? 0 : clean.PagesInOriginal);
        var actor = Actor.System(time);
        return await runner.RunAsync<KeepCleanCopy, Attachment?>(actor, a => a.KeepAsync(actor, file.Id, row, cancel), cancel);
    }

    private async Task<SealedFileKey> WriteAsync(IEnumerable<byte[]> parts, CancellationToken cancel)
    {
        await using var writer = vault.CreateKept(out var path);
        foreach (var part in parts)
        {
            await writer.WriteAsync(part, cancel);
        }

        await writer.CommitAsync(cancel);
        vault.SettleKept(path, writer.Key.FileId);
        return writer.Key;
    }

    // An unrepaired machine is no fault of the file: it is tried again at the next look.
    private async Task<Attachment?> GiveUpAsync(Attachment file, CleaningFailure failure, CancellationToken cancel)
    {
        var actor = Actor.System(time);
        return failure == CleaningFailure.SandboxMissing ? file
            : await runner.RunAsync<KeepCleanCopy, Attachment?>(actor, a => a.GiveUpAsync(actor, file.Id, failure, cancel), cancel);
    }
}
