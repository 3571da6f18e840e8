using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace OurVoice.Tests.Journeys;

/// <summary>Looks at pages one after the other: axe with every rule, nothing wider than the screen, the right language.</summary>
internal sealed class Look(SiteFixture site, string lang)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public List<string> Found { get; } = [];

    public string Lang => lang;

    /// <summary>Judges what the page shows now.</summary>
    /// <param name="page">Where.</param>
    /// <param name="route">The page's address in the route table.</param>
    /// <param name="state">What of the page is shown, for the reader of a failure.</param>
    /// <param name="sayingLang">False where the address does not say the language.</param>
    public async Task AtAsync(IPage page, string route, string state = "plain", bool sayingLang = true)
    {
        var where = $"{lang} {route} ({state})";
        _seen.Add(route);
        var path = new Uri(page.Url).AbsolutePath;
        if (!Fits(route, path))
        {
            Found.Add($"{where}: stands at {path}");
        }

        var result = await page.RunAxe();
        Found.AddRange(result.Violations.Select(v => $"{where}: {v.Id}: {v.Help}: {string.Join(" ", v.Nodes.Take(3).Select(n => n.Html))}"));
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > page.ViewportSize!.Width)
        {
            Found.Add($"{where}: {wide} px wide");
        }

        if (sayingLang && await page.EvaluateAsync<string>("document.documentElement.lang") != lang)
        {
            Found.Add($"{where}: speaks another language");
        }
    }

    /// <summary>Fails for what was found, and for a page of the route table that nobody looked at.</summary>
    public void Judge(Func<string, bool> mine)
    {
        var routes = Routes().Where(mine).ToList();
        Assert.NotEmpty(routes);
        Found.AddRange(routes.Except(_seen).Select(r => $"{lang} {r}: is in the route table and nobody looked at it"));
        Assert.True(Found.Count == 0, string.Join('\n', Found));
    }

    private IEnumerable<string> Routes() => site.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct(StringComparer.Ordinal);

    // What answers a wrong address stands at that address.
    private static bool Fits(string route, string path)
    {
        var (pattern, parts) = (route.Split('/'), path.TrimEnd('/').Split('/'));
        return route is "/not-found" or "/error"
            || (pattern.Length == parts.Length && pattern.Zip(parts).All(p => p.First.StartsWith('{') || p.First == p.Second));
    }
}
