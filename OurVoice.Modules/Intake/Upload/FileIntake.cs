using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submit;
using OurVoice.Intake.Submit.Steps;

namespace OurVoice.Intake.Upload;

/// <summary>One file from the line into staging, judged by its content on the way. Its plaintext is in one buffer and nowhere else.</summary>
internal sealed class FileIntake(Vault vault, StagingBudget budget)
{
    public const int LimitMegabytes = 25;
    public const long Limit = LimitMegabytes * 1024L * 1024;

    /// <summary>What the other fields and the boundaries may add to Content-Length.</summary>
    private const long Wrapping = 1024 * 1024;

    public async Task<UploadResult> TakeAsync(Stream body, Draft? draft, long? announced, CancellationToken cancel)
    {
        var refused = Refusal(draft, announced);
        var head = new byte[FileTypes.HeadLength];
        var got = await body.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        if (got == 0)
        {
            return Refused("File_Choose");
        }

        refused ??= Sentence(FileTypes.Detect(head.AsSpan(0, got)));
        if (refused is null)
        {
            return await StageAsync(body, head, got, draft!, cancel);
        }

        await ReadOnAsync(body, head, cancel);
        return Refused(refused);
    }

    private string? Refusal(Draft? draft, long? announced) =>
        draft is null ? "File_DraftLost"
        : draft.Files.Count >= FileTurn.Most ? "File_Enough"
        : announced > Limit + Wrapping ? "File_TooBig"
        : budget.HasRoom(draft.Nonce, Math.Min(announced ?? Limit, Limit)) ? null : "File_NoRoom";

    private async Task<UploadResult> StageAsync(Stream body, byte[] buffer, int got, Draft draft, CancellationToken cancel)
    {
        var sniffer = new FileSniffer();
        var end = new PictureEnd();
        await using var writer = vault.Stage(out var path);
        for (; got > 0; got = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel))
        {
            if (writer.Length + got > Limit)
            {
                await ReadOnAsync(body, buffer, cancel);
                return Refused("File_TooBig");
            }

            sniffer.Append(buffer.AsSpan(0, got));
            end.Append(buffer.AsSpan(0, got));
            await writer.WriteAsync(buffer.AsMemory(0, got), cancel);
        }

        var detail = sniffer.Judge();
        if ((Sentence(detail) ?? (end.IsCutOff(detail.Format) ? "File_CutOff" : null)) is { } refused)
        {
            return Refused(refused);
        }

        await writer.CommitAsync(cancel);
        vault.Settle(path, writer.Key.FileId);
        budget.Count(draft.Nonce, writer.Length);
        return new(new StagedFile(writer.Key.FileId, writer.Key.Key, detail.Kind, detail.Format, writer.Length), Fault: null);
    }

    private static async Task ReadOnAsync(Stream body, byte[] buffer, CancellationToken cancel)
    {
        for (var read = 0L; read < UploadReader.ReadOnTo;)
        {
            var got = await body.ReadAsync(buffer, cancel);
            read += got > 0 ? got : UploadReader.ReadOnTo;
        }
    }

    private static UploadResult Refused(string sentence) =>
        new(File: null, sentence == "File_TooBig" ? new("file", sentence, LimitMegabytes) : new("file", sentence));

    private static string? Sentence(FileDetail detail) => detail switch
    {
        { MayBeKept: true } => null,
        { Kind: FileKind.Video } => "File_Video",
        { Format: FileFormat.Executable } => "File_Program",
        { Format: FileFormat.Archive } => "File_Archive",
        _ => "File_Unknown",
    };
}
