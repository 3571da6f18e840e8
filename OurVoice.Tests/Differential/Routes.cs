using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Differential;

/// <summary>Every address of the route table that can be asked by GET, filled with samples; a parameter without a sample fails.</summary>
internal static class Routes
{
    /// <summary>What stands for nothing of the product: the frame's own files and sockets.</summary>
    private static readonly string[] Frame = ["_blazor", "_framework", "_content", "{**", "css", "js", "favicon"];

    public static List<string> Of(TestHost host, IReadOnlyDictionary<string, string[]> samples)
    {
        var patterns = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
                || e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => e.RoutePattern)
            .Where(p => !Array.Exists(Frame, f => (p.RawText ?? "").TrimStart('/').StartsWith(f, StringComparison.Ordinal)) && !(p.RawText ?? "").Contains('.', StringComparison.Ordinal));
        return [.. patterns.SelectMany(p => p.Parameters.Aggregate(
            (IEnumerable<string>)["/" + (p.RawText ?? "").TrimStart('/')],
            (all, parameter) => all.SelectMany(a => Samples(samples, parameter.Name, p.RawText!).Select(s => Filled(a, parameter.Name, s))))).Distinct(StringComparer.Ordinal)];
    }

    private static string[] Samples(IReadOnlyDictionary<string, string[]> samples, string name, string route) =>
        samples.GetValueOrDefault(name.ToLowerInvariant()) ?? throw new InvalidOperationException($"{route}: give the differential test a sample of {name}.");

    private static string Filled(string pattern, string name, string value)
    {
        var from = pattern.IndexOf("{" + name, StringComparison.OrdinalIgnoreCase);
        return pattern[..from] + value + pattern[(pattern.IndexOf('}', from) + 1)..];
    }
}
