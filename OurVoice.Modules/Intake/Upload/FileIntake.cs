using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submit;
using OurVoice.Intake.Submit.Steps;

namespace OurVoice.Intake.Upload;

/// <summary>One file from the line into staging, judged by its content on the way. Its plaintext is in one buffer and nowhere else.</summary>
internal sealed class FileIntake(Staging staging, StagingBudget budget)
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
        using var room = refused is null ? budget.Open(draft!.Nonce, Math.Min(announced ?? Limit, Limit)) : null;
        refused ??= room is null ? "File_NoRoom" : null;
        if (refused is null)
        {
            return await StageAsync(body, head, got, draft!, room!, cancel);
        }

        await ReadOnAsync(body, head, cancel);
        return Refused(refused);
    }

    private static string? Refusal(Draft? draft, long? announced) =>
        draft is null ? "File_DraftLost"
        : FileTurn.IsFull(draft) ? "File_Enough"
        : announced > Limit + Wrapping ? "File_TooBig" : null;

    private async Task<UploadResult> StageAsync(Stream body, byte[] buffer, int got, Draft draft, StagingBudget.Room room, CancellationToken cancel)
    {
        var sniffer = new FileSniffer();
        var end = new PictureEnd();
        await using var writer = staging.Create(draft.Nonce, out var path);
        for (; got > 0; got = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel))
        {
            if (writer.Length + got > Limit || !room.Take(got))
            {
                await ReadOnAsync(body, buffer, cancel);
                return Refused(writer.Length + got > Limit ? "File_TooBig" : "File_NoRoom");
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
        var file = new StagedFile(writer.Key.FileId, writer.Key.Key, detail.Kind, detail.Format, writer.Length, draft.Nonce);
        staging.Settle(path, file);
        room.Keep();
        return new(file, Fault: null);
    }

    private static async Task ReadOnAsync(Stream body, byte[] buffer, CancellationToken cancel)
    {
        for (var read = 0L; read < UploadReader.ReadOnTo;)
        {
            var got = await body.ReadAsync(buffer, cancel);
            read += got > 0 ? got : UploadReader.ReadOnTo;
        }
    }

    private static UploadResult Refused(string sentence) => new(File: null, sentence switch
    {
        "File_TooBig" => new("file", sentence, LimitMegabytes),
        "File_Enough" => new("file", sentence, FileTurn.Most),
        _ => new("file", sentence),
    });

    private static string? Sentence(FileDetail detail) => detail switch
    {
        { MayBeKept: true } => null,
        { Kind: FileKind.Video } => "File_Video",
        { Format: FileFormat.Executable } => "File_Program",
        { Format: FileFormat.Archive } => "File_Archive",
        _ => "File_Unknown",
    };
}
