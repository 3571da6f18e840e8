using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OurVoice.Bench.Serving;

/// <summary>
/// The real host as a process of its own on a free loopback port, so that it can be killed like a power cut would. Data and
/// keys live in a folder that outlasts the process; what it prints is kept for the search for clear text.
/// </summary>
public sealed class Server : IAsyncDisposable
{
    private readonly string _dll;
    private readonly Dictionary<string, string> _settings;
    private Process? _process;
    private Task _copying = Task.CompletedTask;

    /// <param name="dll">Path of OurVoice.Web.dll, built or published.</param>
    /// <param name="folder">Holds data, keys and log.</param>
    /// <param name="settings">Settings by name, for example OurVoice:Demo.</param>
    public Server(string dll, string folder, IReadOnlyDictionary<string, string>? settings = null)
    {
        _dll = dll;
        Folder = Directory.CreateDirectory(folder).FullName;
        _settings = new(settings ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    /// <summary>Holds "data", "keys" and "host.log".</summary>
    public string Folder { get; }

    public Uri Address { get; }

    public string Log => Path.Combine(Folder, "host.log");

    /// <summary>Starts the process and waits until it is ready.</summary>
    /// <exception cref="TimeoutException">It was not ready in two minutes; the log says why.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        _process = Process.Start(Call()) ?? throw new InvalidOperationException("The host did not start.");
        _copying = Task.WhenAll(CopyAsync(_process.StandardOutput), CopyAsync(_process.StandardError));
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = 0; waited < 1200; waited++)
        {
            if (await IsReadyAsync(client, cancel))
            {
                return;
            }

            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The host ended with code {_process.ExitCode}; see {Log}.");
            }

            await Task.Delay(100, cancel);
        }

        throw new TimeoutException($"The host was not ready in two minutes; see {Log}.");
    }

    /// <summary>Runs a verb of the host to its end, on the same folder.</summary>
    /// <exception cref="InvalidOperationException">It did not end well; the log says why.</exception>
    public async Task RunVerbAsync(string verb, CancellationToken cancel, params string[] arguments)
    {
        using var process = Start([verb, .. arguments], out var copying);
        await copying;
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The verb {verb} ended with code {process.ExitCode}; see {Log}.");
        }
    }

    /// <summary>Starts a verb of the host on the same folder and lets it run; the caller waits for it or kills it.</summary>
    public Process StartVerb(params string[] words) => Start(words, out _);

    /// <summary>kill -9, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } running)
        {
            running.Kill();
            await running.WaitForExitAsync();
        }
    }

    /// <summary>SIGTERM, as systemd does: what is under way ends first, and all that it says is in the log.</summary>
    public async Task StopAsync()
    {
        if (_process is { HasExited: false } running)
        {
            using var kill = Process.Start("kill", ["-TERM", running.Id.ToString(CultureInfo.InvariantCulture)]);
            await running.WaitForExitAsync();
            await _copying;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
    }

    private Process Start(string[] words, out Task copying)
    {
        var call = Call();
        foreach (var word in words)
        {
            call.ArgumentList.Add(word);
        }

        var process = Process.Start(call) ?? throw new InvalidOperationException("The host did not start.");
        copying = Task.WhenAll(CopyAsync(process.StandardOutput), CopyAsync(process.StandardError));
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready", cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private ProcessStartInfo Call()
    {
        var call = new ProcessStartInfo("dotnet", [_dll]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(_dll)! };
        foreach (var inherited in call.Environment.Keys.Where(k => k.StartsWith("OurVoice__", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            call.Environment.Remove(inherited);
        }

        call.Environment["ASPNETCORE_URLS"] = Address.ToString();
        call.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        call.Environment["OurVoice__DataFolder"] = Path.Combine(Folder, "data");
        call.Environment["OurVoice__Keys__Folder"] = Path.Combine(Folder, "keys");
        foreach (var (name, value) in _settings)
        {
            call.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return call;
    }

    private async Task CopyAsync(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (_settings)
            {
                File.AppendAllText(Log, line + "\n");
            }
        }
    }
}
