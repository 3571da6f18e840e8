using Microsoft.AspNetCore.Http;
using OurVoice.Cases.Desk;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.ReadCase;

/// <summary>A cleaned attachment, after asking the access rule anew: the address alone opens nothing.</summary>
internal static class PlayFile
{
    public const string Pattern = "/desk/cases/{id:guid}/files/{file:guid}";

    public static string Address(Guid caseId, Guid fileId) => $"/desk/cases/{caseId}/files/{fileId}";

    public static async Task<IResult> HandleAsync(Guid id, Guid file, HttpContext context, IDeskActor me, OpenFile opening)
    {
        var cancel = context.RequestAborted;
        context.Response.Headers.CacheControl = "no-store";
        var found = await me.FindActorAsync(cancel) is { } actor ? await opening.ExecuteAsync(id, file, actor, cancel) : null;
        return found is null ? Results.NotFound() : Results.Stream(found.Content, found.ContentType, enableRangeProcessing: found.Content.CanSeek);
    }
}
