using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts;

/// <summary>
/// Everything under /desk is closed to whoever is not signed in, pages that nobody thought of included; only pages marked
/// AllowAnonymous are open. Elsewhere a sign-in is not even looked at. The language of the desk is the account's.
/// </summary>
internal sealed class DeskDoor(RequestDelegate next)
{
    public const string LoginAddress = "/desk/account/login";
    private const string PasswordAddress = "/desk/account/password";

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath is { } original ? new PathString(original) : context.Request.Path;
        var isHub = context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);
        if (!isHub && !path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        await SignInAsync(context);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = LanguageOf(context).Culture();
        if (path != context.Request.Path && !isHub || !Refuses(context, isHub))
        {
            await next(context);
        }
    }

    private static async Task SignInAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        context.User = result.Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
    }

    private static bool Refuses(HttpContext context, bool isHub)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return false;
        }

        var isSignedIn = context.User.Identity?.IsAuthenticated == true;
        if (isSignedIn && !MustChangePassword(context))
        {
            return false;
        }

        if (isHub)
        {
            // A page would be of no use to the script, and the request is a POST that no page takes.
            context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(isSignedIn ? PasswordAddress : LoginFor(context.Request));
        }

        return true;
    }

    private static bool MustChangePassword(HttpContext context) =>
        context.User.HasClaim(c => c.Type == DeskClaims.MustChangePassword)
        && !context.Request.Path.StartsWithSegments("/desk/account", StringComparison.OrdinalIgnoreCase);

    private static string LoginFor(HttpRequest request)
    {
        var wanted = ReturnAddress.Local(request.Path.Value + request.QueryString.Value);
        return wanted == ReturnAddress.Home || !HttpMethods.IsGet(request.Method)
            ? LoginAddress
            : $"{LoginAddress}?returnUrl={Uri.EscapeDataString(wanted)}";
    }

    private static Lang LanguageOf(HttpContext context)
    {
        var said = context.User.FindFirstValue(DeskClaims.Language) ?? context.Request.Query["lang"].ToString();
        return Langs.TryParse(said, out var lang) ? lang : Lang.Km;
    }
}
