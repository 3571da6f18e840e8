namespace OurVoice.Web.PublicSite;

/// <summary>Public pages load nothing from elsewhere and run nothing inline; the desk needs Radzen's inline styles and its socket.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Public = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private const string Desk = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; script-src 'self'; font-src 'self' data:; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isDesk = context.Request.Path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase);
        headers.ContentSecurityPolicy = isDesk ? Desk : Public;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=(), interest-cohort=()";
        if (IsPersonal(context.Request, isDesk))
        {
            headers.CacheControl = "no-store";
        }

        return next(context);
    }

    // What a citizen typed or read, and everything an officer sees, must not stay in a device's cache.
    private static bool IsPersonal(HttpRequest request, bool isDesk) =>
        isDesk || HttpMethods.IsPost(request.Method)
        || request.Path.Value is string path && (path.Contains("/submit", StringComparison.Ordinal) || path.EndsWith("/track", StringComparison.Ordinal));
}
