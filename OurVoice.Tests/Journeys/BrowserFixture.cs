using Microsoft.Playwright;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Journeys;

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}

/// <summary>Beside the other, with a Chromium of its own: what looks at every page takes as long as everything else in a browser together.</summary>
[CollectionDefinition(Name)]
public sealed class EveryPageCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser, every page";
}

/// <summary>One Chromium for all tests of a collection that need a real browser; each test has a context (cookies, size) of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Milliseconds; two busy cores are slow, but what does not come by then is not coming.</summary>
    private const float Patience = 40_000;

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A visitor of a served host. Addresses are given from the root.</summary>
    /// <param name="address">What <see cref="Serving.Serve"/> returned.</param>
    /// <param name="width">360 is the cheapest phone.</param>
    /// <param name="script">False: JavaScript is off.</param>
    /// <param name="also">What else is special about the visitor's browser.</param>
    public async Task<IBrowserContext> VisitorAsync(Uri address, int width = 360, bool script = true, Action<BrowserNewContextOptions>? also = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = width < 600 ? 740 : 900 },
            JavaScriptEnabled = script,
            TimezoneId = "Asia/Phnom_Penh",
        };
        also?.Invoke(options);
        var visitor = await Browser.NewContextAsync(options);
        visitor.SetDefaultTimeout(Patience);
        return visitor;
    }
}

internal static class Serving
{
    /// <summary>Lets the host listen on a free loopback port; call it before anything asks for its services.</summary>
    public static Uri Serve(this TestHost host)
    {
        host.UseKestrel(0);
        host.StartServer();
        return host.ClientOptions.BaseAddress;
    }
}
