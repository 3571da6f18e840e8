using OurVoice.Bench.Serving;
using OurVoice.Tests.Media;

namespace OurVoice.Tests.PublicSite;

/// <summary>The published build as a process of its own, as it runs in an office. scripts/test names its folder; else it is published now.</summary>
public sealed class PublishedSite : IAsyncLifetime
{
    private string _folder = "";
    private Server? _server;

    internal Uri Address => _server!.Address;

    internal byte[] Voice { get; private set; } = [];

    public async Task InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("ov_published_").FullName;
        // The demo brings people to the offices; without them nothing could be sent.
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["OurVoice:Jobs"] = "false", ["OurVoice:Demo"] = "true", ["OurVoice:DemoCases"] = "1" };
        _server = new Server(await DllAsync(), _folder, settings);
        await _server.StartAsync(CancellationToken.None);
        var voice = Path.Combine(_folder, "voice.m4a");
        await Tool.RunAsync("ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", "sine=440:d=20", "-ac", "1", "-c:a", "aac", voice);
        Voice = await File.ReadAllBytesAsync(voice);
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    internal static async Task<string> DllAsync()
    {
        var folder = Environment.GetEnvironmentVariable("OURVOICE_PUBLISHED");
        if (string.IsNullOrEmpty(folder))
        {
            await Tool.RunAsync(Repository.At("scripts", "publish"));
            folder = Repository.At("artifacts", "publish");
        }

        return Path.Combine(folder, "OurVoice.Web.dll");
    }
}
