using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Desk;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.ReadCase;

/// <summary>A cleaned attachment, after asking the access rule anew: the address alone opens nothing.</summary>
internal static class PlayFile
{
    public const string Pattern = "/desk/cases/{id:guid}/files/{file:guid}";

    public static string Address(Guid caseId, Guid fileId) => $"/desk/cases/{caseId}/files/{fileId}";

    public static async Task<IResult> HandleAsync(
        Guid id, Guid file, HttpContext context, IDeskActor me, IDbContextFactory<OurVoiceDb> databases, ISubmissionReader submissions)
    {
        var cancel = context.RequestAborted;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var mayRead = await me.FindActorAsync(cancel) is { } actor
            && await db.ReadableCases(actor.AccountId!.Value, actor.At).AnyAsync(c => c.Id == id, cancel);
        var found = mayRead ? await submissions.OpenFileAsync(id, file, cancel) : null;
        context.Response.Headers.CacheControl = "no-store";
        return found is null ? Results.NotFound() : Results.Stream(found.Content, found.ContentType, enableRangeProcessing: found.Content.CanSeek);
    }
}
