using System.Globalization;
using Microsoft.AspNetCore.Http;
using OurVoice.Cases.Desk;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.ReadFile;

/// <summary>The bytes of a cleaned attachment, after asking the access rule anew: the address alone opens nothing.</summary>
internal static class FileContent
{
    public const string Pattern = "/desk/cases/{id:guid}/files/{file:guid}/content";

    /// <summary>Opened by itself in a tab, a file may draw and play, and nothing else.</summary>
    private const string Policy = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    public static string Address(Guid caseId, Guid fileId, int page = 1) =>
        $"/desk/cases/{caseId}/files/{fileId}/content" + (page > 1 ? PageQuery(page) : "");

    public static string PageQuery(int page) => "?page=" + page.ToString(CultureInfo.InvariantCulture);

    /// <summary>No number is the first page; what is no number is no page.</summary>
    public static int ReadPage(string? page) =>
        string.IsNullOrEmpty(page) ? 1 : int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static async Task<IResult> HandleAsync(Guid id, Guid file, string? page, HttpContext context, IDeskActor me, FileDoor door)
    {
        var cancel = context.RequestAborted;
        var found = await me.FindActorAsync(cancel) is { } actor ? await door.OpenAsync(id, file, ReadPage(page), actor, cancel) : null;
        if (found is null)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Results.Stream(found.Content, found.ContentType, enableRangeProcessing: found.Content.CanSeek);
    }
}
