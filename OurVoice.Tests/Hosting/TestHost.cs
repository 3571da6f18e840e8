using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Web.Data;

namespace OurVoice.Tests.Hosting;

/// <summary>
/// The real host on a fresh, migrated and seeded database in a folder of its own. Recurring jobs do not run by themselves;
/// a test calls them. <see cref="Time"/> may be set before the first use.
/// </summary>
internal sealed class TestHost : WebApplicationFactory<Program>, IAsyncDisposable
{
    private readonly bool _ownsFolder;

    internal TestHost(Provider provider, string folder, string connectionString, bool ownsFolder) =>
        (Provider, Folder, ConnectionString, _ownsFolder) = (provider, folder, connectionString, ownsFolder);

    public Provider Provider { get; }

    /// <summary>Holds "data" and "keys".</summary>
    public string Folder { get; }

    public string ConnectionString { get; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    public Action<IServiceCollection>? Replace { get; set; }

    public IRunner Runner => Services.GetRequiredService<IRunner>();

    public static async Task<TestHost> CreateAsync(string provider = nameof(Provider.Sqlite))
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "ov_test_" + Guid.NewGuid().ToString("N"))).FullName;
        var chosen = Enum.Parse<Provider>(provider);
        return new(chosen, folder, await TestDatabases.CreateAsync(chosen, folder), ownsFolder: true);
    }

    /// <summary>Migrates and merges the built-in facts, as the program does before it serves.</summary>
    public Task StartAsync() => Services.GetRequiredService<StartUp>().PrepareAsync(CancellationToken.None);

    public OurVoiceDb Read() => Services.GetRequiredService<IDbContextFactory<OurVoiceDb>>().CreateDbContext();

    /// <summary>A client as a phone without script: no cookie jar, no redirect followed.</summary>
    public HttpClient Phone() => CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsFolder)
        {
            SqliteConnection.ClearAllPools();
            await TestDatabases.DropAsync(Provider, ConnectionString);
            Directory.Delete(Folder, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        // Only in Development by itself; without it a browser that asks for a compressed style sheet gets an empty one.
        builder.UseStaticWebAssets();
        builder.UseSetting("OurVoice:DataFolder", Path.Combine(Folder, "data"));
        builder.UseSetting("OurVoice:Keys:Folder", Path.Combine(Folder, "keys"));
        builder.UseSetting("OurVoice:Database:Provider", Provider.ToString());
        builder.UseSetting("OurVoice:Database:ConnectionString", ConnectionString);
        builder.UseSetting("OurVoice:KeyStore:Provider", nameof(Provider.Sqlite));
        builder.UseSetting("OurVoice:Jobs", "false");
        builder.UseSetting("OurVoice:DemoCases", "0");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(Time));
            Replace?.Invoke(services);
        });
    }
}
