using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.PublicSite;

/// <summary>Keeps the framework's cookie, token and component state out of public pages (stack.md 16.1).</summary>
internal static class PublicPages
{
    /// <summary>Empties the render modes of public endpoints, which drops the encrypted state comment.</summary>
    public static void DropRenderModes(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.OfType<PublicPageAttribute>().Any())
        {
            return;
        }

        for (var i = 0; i < endpoint.Metadata.Count; i++)
        {
            // Internal to the framework; a test fails if the comment comes back.
            var type = endpoint.Metadata[i].GetType();
            if (type.Name == "ConfiguredRenderModesMetadata")
            {
                endpoint.Metadata[i] = Activator.CreateInstance(type, [Array.Empty<IComponentRenderMode>()])!;
            }
        }
    }

    /// <summary>Replaces antiforgery by one that does nothing on public pages.</summary>
    public static void WithoutTokensOnPublicPages(this IServiceCollection services)
    {
        var stock = services.Last(s => s.ServiceType == typeof(IAntiforgery));
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(sp => new DeskAntiforgery((IAntiforgery)Make(sp, stock))));
    }

    private static object Make(IServiceProvider services, ServiceDescriptor stock) =>
        stock.ImplementationFactory?.Invoke(services) ?? ActivatorUtilities.CreateInstance(services, stock.ImplementationType!);

    private sealed class DeskAntiforgery(IAntiforgery inner) : IAntiforgery
    {
        private static readonly AntiforgeryTokenSet None = new(requestToken: null, cookieToken: null, formFieldName: "none", headerName: null);

        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => IsPublic(httpContext) ? None : inner.GetAndStoreTokens(httpContext);

        public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => IsPublic(httpContext) ? None : inner.GetTokens(httpContext);

        public Task<bool> IsRequestValidAsync(HttpContext httpContext) =>
            IsPublic(httpContext) ? Task.FromResult(true) : inner.IsRequestValidAsync(httpContext);

        public void SetCookieTokenAndHeader(HttpContext httpContext)
        {
            if (!IsPublic(httpContext))
            {
                inner.SetCookieTokenAndHeader(httpContext);
            }
        }

        public Task ValidateRequestAsync(HttpContext httpContext) => IsPublic(httpContext) ? Task.CompletedTask : inner.ValidateRequestAsync(httpContext);

        // Pages outside the desk never carry a token, error and not-found pages included.
        private static bool IsPublic(HttpContext context) =>
            context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null || !context.Request.Path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase);
    }
}
