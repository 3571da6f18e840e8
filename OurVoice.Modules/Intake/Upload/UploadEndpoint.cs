using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Upload;

/// <summary>
/// Takes the one form that carries a file. It streams the file into staging and then lets the form's own page answer, as if
/// only the small fields had been posted.
/// </summary>
internal static class UploadEndpoint
{
    private static readonly string[] Pages = ["/{lang}/submit", "/{lang}/track"];

    public static void MapUpload(this IEndpointRouteBuilder endpoints)
    {
        foreach (var page in Pages)
        {
            endpoints.MapPost(page + "/file", context => AnswerAsync(context, page)).WithMetadata(new PublicPageAttribute(), new NoSizeLimit());
        }
    }

    /// <summary>The file's fate, for the page that answers.</summary>
    public static UploadResult? ResultOf(HttpContext context) => context.Items[typeof(UploadResult)] as UploadResult;

    private static async Task AnswerAsync(HttpContext context, string page)
    {
        // A weak line may pause for long; the default would cut it off after five seconds.
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = new(bytesPerSecond: 50, gracePeriod: TimeSpan.FromSeconds(60));
        }

        var reader = context.RequestServices.GetRequiredService<UploadReader>();
        var (fields, result) = await reader.ReadAsync(context.Request, context.RequestAborted);
        context.Items[typeof(UploadResult)] = result;
        context.Features.Set<IFormFeature>(new FormFeature(fields));
        await AnswerByPageAsync(context, page);
    }

    private static Task AnswerByPageAsync(HttpContext context, string pattern)
    {
        var page = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>().First(e => e.RoutePattern.RawText == pattern);
        context.SetEndpoint(page);
        return page.RequestDelegate!(context);
    }

    private sealed class NoSizeLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}
