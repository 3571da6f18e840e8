using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace OurVoice.Tests.Canary;

/// <summary>What goes wrong at the proxy itself. Of each such request nginx would write down the address asked for and who asked.</summary>
internal sealed class Stumbles(CanarySite site, Canaries canaries)
{
    private const int TooBig = 6_000_000;
    private readonly string _address = canaries.Loopback("a stumbling visitor's address");

    public async Task AllAsync()
    {
        var words = canaries.Words("words in a broken request");
        var asked = Uri.EscapeDataString(canaries.Words("words in a broken address"));
        var headers = string.Concat(Visitor.Claims("a stumbling visitor", canaries).Append(new("User-Agent", Visitor.Agent("a stumbling visitor", canaries))).Select(h => $"{h.Key}: {h.Value}\r\n"));
        Assert.StartsWith("HTTP/1.1 413", await SayAsync(site.Proxy.Port, tls: true, $"POST /km/submit HTTP/1.1\r\nHost: ourvoice.example\r\n{headers}Content-Length: {TooBig}\r\n\r\n{words}"));
        Assert.StartsWith("HTTP/1.1 400", await SayAsync(site.Proxy.Port, tls: true, $"GET /km/track?{asked} HTTP/1.1\r\nHost: ourvoice.example\r\n{headers}Content-Length: {words}\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 400", await SayAsync(site.Proxy.Port, tls: true, $"GET /km/track?{asked} HTTP/1.1\r\nHost: a b {words}\r\n{headers}\r\n"));
        Assert.StartsWith("HTTP/1.1 400", await SayAsync(site.Proxy.Port, tls: false, $"POST /km/track?{asked} HTTP/1.1\r\nHost: ourvoice.example\r\n{headers}Content-Length: 10\r\n\r\n{words}"));
        Assert.StartsWith("HTTP/1.1 301", await SayAsync(site.Proxy.PlainPort, tls: false, $"GET /km/track?{asked} HTTP/1.1\r\nHost: 192.0.2.1\r\n{headers}\r\n"));
        Assert.StartsWith("HTTP/1.1 400", await SayAsync(site.Proxy.PlainPort, tls: false, $"GET /km/track?{asked} HTTP/1.1\r\n{headers}\r\n"));
    }

    /// <summary>When the application is not there.</summary>
    public async Task NobodyThereAsync()
    {
        var words = canaries.Words("words to a house that was shut");
        var body = $"words={Uri.EscapeDataString(words)}";
        Assert.StartsWith("HTTP/1.1 502", await SayAsync(site.Proxy.Port, tls: true,
            $"POST /km/track HTTP/1.1\r\nHost: ourvoice.example\r\nUser-Agent: {Visitor.Agent("a visitor of the shut house", canaries)}\r\nReferer: https://ourvoice.example/{canaries.Word("a referer")}\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
    }

    /// <summary>The same in the clear to the careless site, which does write it down.</summary>
    public async Task CarelesslyAsync(string agent, string address, string words)
    {
        await using var relay = new Relay(address, site.Proxy.CarelessPort);
        await SendAsync(relay.Port, tls: false, $"POST /km/track?{Uri.EscapeDataString(words)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nUser-Agent: {agent}\r\nContent-Length: {Encoding.UTF8.GetByteCount(words)}\r\n\r\n{words}");
    }

    private async Task<string> SayAsync(int port, bool tls, string request)
    {
        await using var relay = new Relay(_address, port);
        return await SendAsync(relay.Port, tls, request);
    }

    private static async Task<string> SendAsync(int port, bool tls, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        Stream line = client.GetStream();
        if (tls)
        {
            var sealedLine = new SslStream(line, leaveInnerStreamOpen: false, (_, _, _, _) => true);
            await sealedLine.AuthenticateAsClientAsync("ourvoice.example");
            line = sealedLine;
        }

        await using (line)
        {
            await line.WriteAsync(Encoding.UTF8.GetBytes(request));
            await line.FlushAsync();
            var buffer = new byte[4096];
            var got = await line.ReadAtLeastAsync(buffer, 12, throwOnEndOfStream: false);
            return Encoding.ASCII.GetString(buffer, 0, got);
        }
    }
}
