using System.Net;
using System.Net.Sockets;

namespace OurVoice.Tests.Canary;

/// <summary>Lets a browser come from an address of its own: what connects here is passed on from that address, byte for byte.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly IPEndPoint _from;
    private readonly IPEndPoint _to;
    private readonly Task _accepting;

    /// <param name="from">The visitor's address, within 127.0.0.0/8.</param>
    /// <param name="port">Where on 127.0.0.1 it leads.</param>
    public Relay(string from, int port)
    {
        (_from, _to) = (new(IPAddress.Parse(from), 0), new(IPAddress.Loopback, port));
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                _ = PassAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The visit is over.
        }
    }

    private async Task PassAsync(TcpClient near)
    {
        using var far = new TcpClient(_from);
        using var _ = near;
        try
        {
            await far.ConnectAsync(_to, _end.Token);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream(), _end.Token), far.GetStream().CopyToAsync(near.GetStream(), _end.Token));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // Nobody listens there any more: the browser sees a closed line, as it would.
        }
    }
}
