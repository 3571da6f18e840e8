using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OurVoice.Tests.Media;

namespace OurVoice.Tests.Canary;

/// <summary>
/// A real nginx with Debian's own nginx.conf and our deploy/nginx.conf in it, both as shipped but for ports, paths, user and certificate.
/// Beside it stands a careless site without our rules, to show that what we look for would be found.
/// </summary>
internal sealed class Proxy : IAsyncDisposable
{
    private const string Debians = "/etc/nginx/nginx.conf";
    private readonly string _folder;
    private Process? _nginx;

    private Proxy(string folder) => _folder = folder;

    /// <summary>Port of our site, with TLS.</summary>
    public int Port { get; } = FreePort();

    /// <summary>Port of our site without TLS, which only leads to the other.</summary>
    public int PlainPort { get; } = FreePort();

    /// <summary>Port of the careless site, without TLS.</summary>
    public int CarelessPort { get; } = FreePort();

    /// <param name="folder">Gets everything that nginx writes.</param>
    /// <param name="app">Port of the application on 127.0.0.1.</param>
    public static async Task<Proxy> StartAsync(string folder, int app)
    {
        var proxy = new Proxy(folder);
        Directory.CreateDirectory(Path.Combine(folder, "temp"));
        await proxy.WriteAsync(app);
        proxy._nginx = Process.Start(Call(folder));
        try
        {
            await proxy.StandAsync();
            return proxy;
        }
        catch
        {
            await proxy.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_nginx is { HasExited: false } running)
        {
            await Tool.TryAsync("kill", "-TERM", running.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await running.WaitForExitAsync();
        }

        _nginx?.Dispose();
    }

    private async Task StandAsync()
    {
        using var client = new HttpClient();
        for (var waited = 0; !await AnswersAsync(client, CarelessPort); waited++)
        {
            if (_nginx!.HasExited || waited > 300)
            {
                Assert.Fail("nginx does not start: " + await File.ReadAllTextAsync(Path.Combine(_folder, "error.log")));
            }

            await Task.Delay(100);
        }
    }

    // nginx outlives whoever started it and hides its environment; this way it ends with its parent.
    private static ProcessStartInfo Call(string folder) => new("timeout",
        ["-k", "5", "900", "setpriv", "--pdeathsig", "TERM", "nginx", "-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "error.log"), "-g", "daemon off;"]);

    private async Task WriteAsync(int app)
    {
        await CertifyAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "ourvoice.conf"), Swapped(await File.ReadAllTextAsync(Repository.At("deploy", "nginx.conf")),
            ("listen 80 default_server;", $"listen 127.0.0.1:{PlainPort} default_server;"), ("    listen [::]:80 default_server;\n", ""),
            ("listen 443 ssl http2 default_server;", $"listen 127.0.0.1:{Port} ssl http2 default_server;"), ("    listen [::]:443 ssl http2 default_server;\n", ""),
            ("/etc/ssl/ourvoice/", _folder + "/"), ("http://127.0.0.1:5080", $"http://127.0.0.1:{app}")));
        await File.WriteAllTextAsync(Path.Combine(_folder, "nginx.conf"), Swapped(await File.ReadAllTextAsync(Debians),
            ("user www-data;", $"user {Environment.UserName};"), ("/run/nginx.pid", Path.Combine(_folder, "nginx.pid")), ("/var/log/nginx/", _folder + "/"),
            ("include /etc/nginx/sites-enabled/*;", ""), ("include /etc/nginx/conf.d/*.conf;", $"include {_folder}/ourvoice.conf;{Temporary()}{Careless(app)}")));
    }

    private string Temporary() => string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(what => $"\n{what}_temp_path {_folder}/temp/{what};"));

    private string Careless(int app) =>
        $$"""

        server {
            listen 127.0.0.1:{{CarelessPort}};
            client_body_in_file_only on;
            location / { proxy_pass http://127.0.0.1:{{app}}; }
            location = /careless { return 204; }
        }
        """;

    private async Task CertifyAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=ourvoice.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(_folder, "fullchain.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    // A line that is not there any more would otherwise stay as shipped, or be missed, in silence.
    private static string Swapped(string text, params (string From, string To)[] swaps) => swaps.Aggregate(text, (changed, swap) =>
    {
        Assert.Contains(swap.From, changed, StringComparison.Ordinal);
        return changed.Replace(swap.From, swap.To, StringComparison.Ordinal);
    });

    private static async Task<bool> AnswersAsync(HttpClient client, int port)
    {
        try
        {
            using var answer = await client.GetAsync($"http://127.0.0.1:{port}/careless");
            return answer.StatusCode == HttpStatusCode.NoContent;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
