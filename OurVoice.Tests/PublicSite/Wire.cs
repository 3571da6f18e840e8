using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace OurVoice.Tests.PublicSite;

/// <summary>Bytes that came down the line for each page, headers included, as Chromium counts them; what it has cached costs nothing.</summary>
internal sealed class Wire
{
    private readonly IPage _page;
    private int _bytes;

    private Wire(IPage page) => _page = page;

    public List<KeyValuePair<string, int>> Pages { get; } = [];

    /// <summary>How the first page was packed.</summary>
    public string? Encoding { get; private set; }

    public static async Task<Wire> OfAsync(IPage page)
    {
        var wire = new Wire(page);
        page.Response += async (_, r) => wire.Encoding ??= await r.HeaderValueAsync("content-encoding");
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.loadingFinished").OnEvent += (_, said) => wire.Add(said);
        await session.SendAsync("Network.enable");
        return wire;
    }

    /// <summary>The page has come; the next begins.</summary>
    public async Task EndAsync(string what)
    {
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Pages.Add(new(what, Interlocked.Exchange(ref _bytes, 0)));
    }

    public override string ToString() => string.Join('\n', Pages.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Value,8:N0}  {p.Key}")));

    private void Add(JsonElement? said)
    {
        if (said is { } finished)
        {
            Interlocked.Add(ref _bytes, (int)finished.GetProperty("encodedDataLength").GetDouble());
        }
    }
}
