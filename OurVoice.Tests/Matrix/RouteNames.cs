using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Matrix;

/// <summary>The route table as the rows of <see cref="RouteTable"/> are called.</summary>
internal static class RouteNames
{
    /// <summary>All but the built-in files, which are the same for everybody.</summary>
    public static IEnumerable<string> Of(TestHost host) => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Select(e => $"{Method(e)} /{e.RoutePattern.RawText!.TrimStart('/')}")
        .Distinct(StringComparer.Ordinal);

    /// <summary>The address of a row: its pattern with samples in place of parameters.</summary>
    public static string Fill(string row, IReadOnlyDictionary<string, string> samples)
    {
        var parts = row.Split(' ');
        var kind = parts.Length > 2 ? parts[2] + "." : "";
        return string.Join('/', parts[1].Split('/').Select(s => s.StartsWith('{') ? Sample(samples, kind, s.Trim('{', '}').Split(':')[0]) : s));
    }

    private static string Sample(IReadOnlyDictionary<string, string> samples, string kind, string name) =>
        samples.GetValueOrDefault(kind + name.ToLowerInvariant()) ?? samples[name.ToLowerInvariant()];

    // A page takes GET and the POST of its own forms; it is one row.
    private static string Method(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        return endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null || methods.Contains("GET") ? "GET" : methods.Count == 0 ? "*" : methods[0];
    }
}
