using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submit;

namespace OurVoice.Intake.Assist;

/// <summary>What assisted intake needs, and where its page sends what is being typed.</summary>
internal static class AssistRegistration
{
    public static IServiceCollection AddAssist(this IServiceCollection services) => services
        .AddSingleton<DeskDrafts>()
        .AddSingleton<AssistTurn>()
        .AddAction<KeepDeskDraft>()
        .AddSweep<SweepDeskDrafts>()
        .AddDeskLink(new("Assist", typeof(IntakeText), "/desk/intake", 30, who => who.WorksCases));

    public static void MapAssist(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/desk/intake/draft", KeepAsync).WithMetadata(new RequestSizeLimitAttribute(4 * 1024 * 1024));

    // The sealed draft in the form is made for this account, so that no foreign page can post one.
    private static async Task<IResult> KeepAsync(HttpContext context, IDeskActor me, AssistTurn turn)
    {
        var cancel = context.RequestAborted;
        // A script reads the status; a page of words would be rendered for nobody.
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        var isKept = context.Request.HasFormContentType
            && await me.FindAsync(cancel) is { WorksCases: true } who
            && await turn.KeepAsync(who, new(await context.Request.ReadFormAsync(cancel), upload: null), cancel);
        return isKept ? Results.NoContent() : Results.NotFound();
    }
}
