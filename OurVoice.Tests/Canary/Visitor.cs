using Microsoft.Playwright;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.Canary;

/// <summary>A browser that comes to the proxy from an address of its own, says what device it is, and claims other addresses.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly Relay _relay;
    private readonly IBrowserContext _context;
    private readonly CanarySite _site;
    private readonly Canaries _canaries;
    private readonly string _who;

    private Visitor(string who, Relay relay, IBrowserContext context, IPage page, CanarySite site, Canaries canaries) =>
        (_who, _relay, _context, Page, _site, _canaries) = (who, relay, context, page, site, canaries);

    public IPage Page { get; }

    public static async Task<Visitor> ComeAsync(string who, BrowserFixture browser, CanarySite site, Canaries canaries, int width = 360, bool script = true)
    {
        var relay = new Relay(canaries.Loopback(who + "'s address"), site.Proxy.Port);
        var context = await browser.VisitorAsync(new Uri($"https://127.0.0.1:{relay.Port}"), width, script, o =>
        {
            o.IgnoreHTTPSErrors = true;
            o.UserAgent = Agent(who, canaries);
            o.ExtraHTTPHeaders = Claims(who, canaries);
        });
        context.Request += (_, r) => site.Addresses.Add(r.Url);
        return new(who, relay, context, await context.NewPageAsync(), site, canaries);
    }

    public static string Agent(string who, Canaries canaries) => $"Mozilla/5.0 (Linux; Android 9; {canaries.Word(who + "'s agent")}) AppleWebKit/537.36";

    public static Dictionary<string, string> Claims(string who, Canaries canaries) => new(StringComparer.Ordinal)
    {
        ["X-Forwarded-For"] = canaries.Foreign(who + "'s X-Forwarded-For"),
        ["X-Real-IP"] = canaries.Foreign(who + "'s X-Real-IP"),
        ["Forwarded"] = "for=" + canaries.Foreign(who + "'s Forwarded"),
        ["CF-Connecting-IP"] = canaries.Foreign(who + "'s CF-Connecting-IP"),
        ["X-Device"] = canaries.Word(who + "'s device"),
    };

    /// <summary>The title and address of what is shown, and what the page alone was given.</summary>
    public async Task NoteAsync()
    {
        _site.Addresses.AddRange([await Page.TitleAsync(), Page.Url]);
        foreach (var name in new[] { "token", "draft" })
        {
            if (await Page.Locator($"input[name={name}]").CountAsync() > 0)
            {
                _canaries.Given($"{_who}'s {name}", await Page.Locator($"input[name={name}]").First.InputValueAsync());
            }
        }
    }

    /// <summary>The cookies of somebody who is signed in.</summary>
    public async Task NoteCookiesAsync()
    {
        await NoteAsync();
        foreach (var cookie in await _context.CookiesAsync())
        {
            _canaries.Given($"{_who}'s cookie {cookie.Name}", cookie.Value);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _relay.DisposeAsync();
    }
}
