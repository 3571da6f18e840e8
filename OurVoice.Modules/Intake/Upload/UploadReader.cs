using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using OurVoice.Intake.Submit;

namespace OurVoice.Intake.Upload;

/// <summary>
/// Reads the multipart body part by part. The draft comes before the file, so a stranger's file is never kept; what is too
/// big is read on and thrown away, so that its sender gets a sentence instead of a broken line.
/// </summary>
internal sealed class UploadReader(DraftSeal seal, FileIntake intake)
{
    public const long ReadOnTo = 100L * 1024 * 1024;
    private const int FieldLimit = 1024 * 1024;
    private const int MostParts = 20;

    public async Task<(FormCollection Fields, UploadResult Result)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var result = new UploadResult(File: null, new("file", "File_Choose"));
        if (Boundary(request) is not { } boundary)
        {
            return (new(fields), result);
        }

        var parts = new MultipartReader(boundary, request.Body) { BodyLengthLimit = null };
        try
        {
            for (var count = 0; count < MostParts && await parts.ReadNextSectionAsync(cancel) is { } part; count++)
            {
                result = await ReadPartAsync(part, fields, request.ContentLength, cancel) ?? result;
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException && !cancel.IsCancellationRequested)
        {
            result = new(File: null, new("file", "File_Broken"));
        }

        return (new(fields), AtBox(result, fields.GetValueOrDefault("box").ToString()));
    }

    // The page has a box for a recording ("file") and one for everything else: the sentence belongs to the one that was used.
    private static UploadResult AtBox(UploadResult result, string box) =>
        result.Fault is { } fault && string.Equals(box, "other", StringComparison.Ordinal) ? result with { Fault = fault with { Field = box } } : result;

    private async Task<UploadResult?> ReadPartAsync(MultipartSection part, Dictionary<string, StringValues> fields, long? length, CancellationToken cancel)
    {
        if (part.GetContentDispositionHeader() is not { } about)
        {
            return null;
        }

        if (about.IsFileDisposition())
        {
            return await intake.TakeAsync(part.Body, Draft(fields), length, cancel);
        }

        var name = HeaderUtilities.RemoveQuotes(about.Name).ToString();
        fields.TryAdd(name, await TextAsync(part.Body, cancel));
        return null;
    }

    private Draft? Draft(Dictionary<string, StringValues> fields) =>
        seal.Open(fields.GetValueOrDefault("draft").ToString()) is (DraftState.Fresh, { } draft) ? draft : null;

    private static async Task<string> TextAsync(Stream body, CancellationToken cancel)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancel)) > 0;)
        {
            text.Write(buffer, 0, text.Length + read <= FieldLimit ? read : throw new InvalidDataException());
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 100 } boundary
            ? boundary.ToString()
            : null;
}
