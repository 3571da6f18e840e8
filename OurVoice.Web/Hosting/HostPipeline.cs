using OurVoice.Contracts.Host;
using OurVoice.Web.Accounts;
using OurVoice.Web.Components;
using OurVoice.Web.PublicSite;

namespace OurVoice.Web.Hosting;

/// <summary>The order of the pipeline, which is the order of these lines.</summary>
internal static class HostPipeline
{
    public static void UseHost(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<PageLanguage>();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseMiddleware<RefusedBodies>();
        app.UseMiddleware<DeskFrame>();
        app.UseMiddleware<DeskHub>();
        app.UseRouting();
        app.UseMiddleware<LanguageGuard>();
        app.UseMiddleware<TooBigForms>();
        app.UseMiddleware<DeskDoor>();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapModules();
        app.MapHealth();
        app.MapGet("/", () => Results.Redirect("/km/"));
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null)
            .AddAdditionalAssemblies([.. Modules.WithoutHost])
            .Add(PublicPages.DropRenderModes);
    }
}
