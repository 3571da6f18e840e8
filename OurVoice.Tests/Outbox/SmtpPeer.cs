using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace OurVoice.Tests.Outbox;

/// <summary>What the server was given.</summary>
internal sealed record TakenMail(string To, bool Tls, string Content)
{
    /// <summary>Without the lines that may differ between two messages of one template.</summary>
    public string Text => string.Join('\n', Content.Split("\r\n")
        .Where(l => !l.StartsWith("To:", StringComparison.OrdinalIgnoreCase) && !l.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)
            && !l.StartsWith("Date:", StringComparison.OrdinalIgnoreCase) && !l.StartsWith("X-Peer:", StringComparison.OrdinalIgnoreCase)));

    public string Header(string name) => Content.Split("\r\n").Single(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();

    public string Body => Encoding.UTF8.GetString(Convert.FromBase64String(Content[Content.IndexOf("\r\n\r\n", StringComparison.Ordinal)..].ReplaceLineEndings("")));
}

/// <summary>Debian's aiosmtpd in a process of its own; it ends with its input, so also when the tests are killed.</summary>
internal sealed class SmtpPeer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<TakenMail> _taken = Channel.CreateUnbounded<TakenMail>();

    private SmtpPeer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<SmtpPeer> StartAsync(params string[] words)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(Repository.Root, "OurVoice.Tests", "Outbox", "smtp_peer.py"), .. words])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The SMTP server did not start: scripts/install test brings it (python3-aiosmtpd).");
        var peer = new SmtpPeer(process, int.Parse(first, CultureInfo.InvariantCulture));
        _ = peer.ListenAsync();
        return peer;
    }

    /// <summary>The next message that came.</summary>
    public async Task<TakenMail> NextAsync() => await _taken.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public bool HasMore => _taken.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var json = JsonDocument.Parse(line).RootElement;
            await _taken.Writer.WriteAsync(new(json.GetProperty("to")[0].GetString()!, json.GetProperty("tls").GetBoolean(), Encoding.UTF8.GetString(json.GetProperty("content").GetBytesFromBase64())));
        }
    }
}
