using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Read;

/// <summary>The copy of a recording that officers may play: made at the first play, sealed under the case key and kept.</summary>
internal sealed class CleanCopy(Vault vault, IMediaCleaner cleaner, IRunner runner, TimeProvider time)
{
    public bool CanBeShown(Attachment file) =>
        file.CleanId is not null || (file is { Kind: FileKind.Audio, CleanFailure: null } && cleaner.IsAvailable);

    public async Task<CleanedFile?> OpenAsync(Attachment file, CaseKey key, CancellationToken cancel)
    {
        if (file is { CleanId: { } cleanId, CleanKey: { } wrapped, CleanType: { } type })
        {
            return new(vault.OpenKept(key.UnwrapFileKey(cleanId, wrapped)), type);
        }

        if (!CanBeShown(file))
        {
            return null;
        }

        var clean = await CleanAsync(file, key, cancel);
        var kept = clean.IsClean ? await KeepAsync(file, clean, key, cancel) : await GiveUpAsync(file, clean.Failure, cancel);
        return kept;
    }

    private async Task<CleanedMedia> CleanAsync(Attachment file, CaseKey key, CancellationToken cancel)
    {
        await using var original = vault.OpenKept(key.UnwrapFileKey(file.Id, file.FileKey));
        return await cleaner.CleanAudioAsync(original, new FileDetail(file.Kind, file.Format), cancel);
    }

    private async Task<CleanedFile> KeepAsync(Attachment file, CleanedMedia clean, CaseKey key, CancellationToken cancel)
    {
        var copy = await WriteAsync(clean.Content, cancel);
        var wrapped = key.WrapFileKey(copy);
        await runner.RunAsync<KeepCleanCopy>(
            Actor.System(time), a => a.KeepAsync(Actor.System(time), file.Id, copy.FileId, wrapped, clean.ContentType, cancel), cancel);
        return new(new MemoryStream(clean.Content, writable: false), clean.ContentType);
    }

    private async Task<SealedFileKey> WriteAsync(byte[] content, CancellationToken cancel)
    {
        await using var writer = vault.CreateKept(out var path);
        await writer.WriteAsync(content, cancel);
        await writer.CommitAsync(cancel);
        vault.SettleKept(path, writer.Key.FileId);
        return writer.Key;
    }

    // A busy or unrepaired machine is no fault of the file: it is tried again at the next play.
    private async Task<CleanedFile?> GiveUpAsync(Attachment file, CleaningFailure? failure, CancellationToken cancel)
    {
        if (failure is not (null or CleaningFailure.SandboxMissing or CleaningFailure.TimedOut))
        {
            await runner.RunAsync<KeepCleanCopy>(Actor.System(time), a => a.GiveUpAsync(Actor.System(time), file.Id, failure.Value, cancel), cancel);
        }

        return null;
    }
}
