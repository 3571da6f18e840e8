using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using OurVoice.Cases.Desk;
using OurVoice.Cases.SaveDraft;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.AnswerStatement;

/// <summary>Where the page's script sends what is being typed as an answer; see <see cref="DraftEndpoint"/>.</summary>
internal static class AnswerDraftEndpoint
{
    public const string Pattern = "/desk/statements/{id:guid}/draft";

    public static string Address(Guid statementId) => $"/desk/statements/{statementId}/draft";

    public static async Task<IResult> HandleAsync(Guid id, HttpContext context, IDeskActor me, AnswerDesk desk)
    {
        var cancel = context.RequestAborted;
        // A script reads the status; a page of words would be rendered for nobody.
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        if (!context.Request.Headers.ContainsKey(DraftEndpoint.VersionHeader) || await me.FindActorAsync(cancel) is not { } actor)
        {
            return Results.NotFound();
        }

        if (context.Request.ContentLength is null or > DraftEndpoint.MaxBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        using var reader = new StreamReader(context.Request.Body);
        try
        {
            await desk.KeepAsync(id, await reader.ReadToEndAsync(cancel), actor, cancel);
            return Results.NoContent();
        }
        catch (RuleBroken)
        {
            return Results.NotFound();
        }
    }
}
