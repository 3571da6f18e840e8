using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.PublicSite;

/// <summary>The culture of a public page comes from its address, also when a 404 or a fault is answered by another page.</summary>
internal sealed class PageLanguage(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path.Value ?? "/";
        var lang = Langs.TryParse(path.Split('/', 3) is [_, var first, ..] ? first : null, out var said) ? said : Lang.Km;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = lang.Culture();
        return next(context);
    }
}

/// <summary>A first segment other than km and en is a 404, so that /desk/x can never be answered by a public page.</summary>
internal sealed class LanguageGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.RouteValues.TryGetValue("lang", out var value) && value is string lang && lang is not ("km" or "en"))
        {
            context.SetEndpoint(null);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    }
}

/// <summary>The circuit lives under /desk, where the staff's cookies are; nowhere else. Components ask for their scripts below the base.</summary>
internal sealed class DeskHub(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/desk/_blazor", StringComparison.OrdinalIgnoreCase, out var rest))
        {
            context.Request.Path = "/_blazor" + rest;
        }
        else if (context.Request.Path.StartsWithSegments("/desk/_content", StringComparison.OrdinalIgnoreCase, out rest))
        {
            context.Request.Path = "/_content" + rest;
        }
        else if (context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    }
}

/// <summary>What is not found on the desk is said in the desk's own frame.</summary>
internal sealed class DeskFrame(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var again = context.Features.Get<IStatusCodeReExecuteFeature>();
        if (again is not null && new PathString(again.OriginalPath).StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase))
        {
            // Routing has run already for the page of the public site.
            context.SetEndpoint(null);
            context.Request.Path = "/desk/not-found";
        }

        return next(context);
    }
}

/// <summary>A body that Kestrel refuses gets our page, and so does a form that no page knows: the re-executed request must not read the form again.</summary>
internal sealed class RefusedBodies(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            AsGet(context.Request);
        }

        try
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
            {
                // A page that does not know the form has named the type of a body that it did not write.
                context.Response.ContentType = null;
            }
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = e.StatusCode;
            AsGet(context.Request);
        }
    }

    private static void AsGet(HttpRequest request)
    {
        (request.Method, request.ContentType) = (HttpMethods.Get, null);
        request.HttpContext.Features.Set<IFormFeature>(null);
    }
}

/// <summary>
/// A form that is too big by its own word is read to its end before it is refused: whoever is answered while still sending may see
/// a broken line in place of our sentence. Beyond <see cref="Most"/> the line is cut.
/// </summary>
internal sealed class TooBigForms(RequestDelegate next)
{
    private const long Most = 100L * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        if (context.Request.ContentLength is { } length && length > limit && length <= Most
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } allowed)
        {
            allowed.MaxRequestBodySize = null;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            throw new BadHttpRequestException("The form is too big.", StatusCodes.Status413PayloadTooLarge);
        }

        await next(context);
    }
}
