using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Presence;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.SaveDraft;

/// <summary>
/// Where the page's script sends what is being typed, a second after the last key: a plain request, so that it works while
/// the circuit is being rebuilt.
/// </summary>
internal static class DraftEndpoint
{
    public const string Pattern = "/desk/cases/{id:guid}/drafts/{field}";

    /// <summary>Only a script of our own pages can send it: no form and no foreign page may set a header like this.</summary>
    public const string VersionHeader = "X-OurVoice-Version";

    /// <summary>Four bytes for each of the characters that <see cref="KeepDraft"/> takes.</summary>
    public const int MaxBytes = 800_000;

    public static string Address(Guid caseId, CaseField field) => $"/desk/cases/{caseId}/drafts/{field}";

    public static async Task<IResult> HandleAsync(Guid id, string field, HttpContext context, IDeskActor me, CaseDesk desk, IAudit audit)
    {
        var cancel = context.RequestAborted;
        // A script reads the status; a page of words would be rendered for nobody.
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        if (!Enum.TryParse<CaseField>(field, out var what) || what == CaseField.None || await me.FindActorAsync(cancel) is not { } actor
            || !int.TryParse(context.Request.Headers[VersionHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return Results.NotFound();
        }

        if (context.Request.ContentLength is null or > MaxBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        using var reader = new StreamReader(context.Request.Body);
        var form = new DraftForm(id, what, version, await reader.ReadToEndAsync(cancel));
        try
        {
            await desk.RunAsync<KeepDraft>(id, actor, (a, key) => a.ExecuteAsync(form, key, actor, cancel), cancel);
            return Results.NoContent();
        }
        catch (RuleBroken broken)
        {
            if (broken.Rule == "NotFound")
            {
                await audit.NoteAsync(new(AuditAct.CaseDenied, actor, id, Reason: nameof(KeepDraft)), cancel);
            }

            return Results.NotFound();
        }
    }
}
