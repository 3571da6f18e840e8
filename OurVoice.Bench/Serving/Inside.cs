using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OurVoice.Contracts.Host;
using OurVoice.Web.Data;
using OurVoice.Web.Hosting;

namespace OurVoice.Bench.Serving;

/// <summary>The host's services over a folder whose server is not running: for making data and for judging what is there.</summary>
internal sealed class Inside : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Inside(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    /// <param name="folder">Holds "data" and "keys".</param>
    /// <param name="later">How far the clock is set forward, to make sweeps due.</param>
    /// <param name="settings">More settings by name.</param>
    /// <param name="logging">Who else is to be told what happens inside.</param>
    public static async Task<Inside> OpenAsync(string folder, TimeSpan later, IReadOnlyDictionary<string, string>? settings = null, Action<ILoggingBuilder>? logging = null)
    {
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            ["OurVoice:DataFolder"] = Path.Combine(folder, "data"),
            ["OurVoice:Keys:Folder"] = Path.Combine(folder, "keys"),
            ["OurVoice:Jobs"] = "false",
        };
        var builder = WebApplication.CreateBuilder([.. all.Select(s => $"--{s.Key}={s.Value}")]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        logging?.Invoke(builder.Logging);
        builder.AddHost();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new Ahead(later)));
        var app = builder.Build();
        await app.Services.GetRequiredService<StartUp>().PrepareAsync(CancellationToken.None);
        return new(app);
    }

    public OurVoiceDb Read() => Services.GetRequiredService<IDbContextFactory<OurVoiceDb>>().CreateDbContext();

    public async Task SweepAsync(CancellationToken cancel)
    {
        foreach (var sweep in Services.GetServices<ISweep>())
        {
            await sweep.RunAsync(cancel);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Ahead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
