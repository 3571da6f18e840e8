using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OurVoice.Bench.Serving;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Tests.PublicSite;
using OurVoice.Web.Data;

namespace OurVoice.Tests.Canary;

/// <summary>
/// The published build behind the shipped proxy, on a database of its own, writing down all that it can be told to write down. Everything
/// that any of it writes lies below one folder.
/// </summary>
internal sealed class CanarySite : IAsyncDisposable
{
    private readonly DateTime _since = DateTime.UtcNow;
    private readonly Provider _provider;
    private readonly string _connection;

    private CanarySite(Provider provider, string folder, string connection) => (_provider, Folder, _connection) = (provider, folder, connection);

    public string Folder { get; }

    public bool IsSqlite => _provider == Provider.Sqlite;

    public Server Server { get; private set; } = null!;

    public Proxy Proxy { get; private set; } = null!;

    public MadeFiles Made { get; private set; } = null!;

    /// <summary>What the browsers asked for, and the titles they showed.</summary>
    public List<string> Addresses { get; } = [];

    public string Backup => Path.Combine(Folder, "backup");

    public string Temporary => Path.Combine(Folder, "tmp");

    private Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["OurVoice:Database:Provider"] = _provider.ToString(),
        ["OurVoice:Database:ConnectionString"] = _connection,
        ["OurVoice:KeyStore:Provider"] = nameof(Provider.Sqlite),
        ["OurVoice:Demo"] = "true",
        ["OurVoice:DemoCases"] = "1",
    };

    public static async Task<CanarySite> StartAsync(string provider)
    {
        var folder = Directory.CreateTempSubdirectory("ov_canary_").FullName;
        var chosen = Enum.Parse<Provider>(provider);
        var site = new CanarySite(chosen, folder, await TestDatabases.CreateAsync(chosen, folder));
        try
        {
            await site.ServeAsync();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>What is due within more than a week is done: notices go out, cases climb, drafts and their files are swept away.</summary>
    public async Task SweepAsync()
    {
        var later = await UntilOpenAsync(TimeSpan.FromDays(8));
        using var log = new LogFile(Path.Combine(Folder, "sweeps.log"));
        await using var inside = await Inside.OpenAsync(Folder, later, Settings, l => l.AddProvider(log).AddFilter<LogFile>(category: null, LogLevel.Trace));
        await inside.SweepAsync(CancellationToken.None);
    }

    /// <summary>The log is as loud as it can be, and what happened is in it. Npgsql has no log here but that of EF: nobody gave it one.</summary>
    public void HasListened()
    {
        var log = File.ReadAllText(Server.Log);
        string[] loud =
        [
            "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Components",
            "Microsoft.EntityFrameworkCore.Database.Command", "Microsoft.EntityFrameworkCore.ChangeTracking", "Quartz",
        ];
        Assert.All(loud, category => Assert.Contains($"\"Category\":\"{category}", log, StringComparison.Ordinal));
        Assert.All(new[] { "\"LogLevel\":\"Trace\"", "/km/track", "/en/submit", "/desk/cases" }, said => Assert.Contains(said, log, StringComparison.Ordinal));
    }

    /// <summary>The database of the cases.</summary>
    public DbConnection Connect() => IsSqlite ? new SqliteConnection(_connection) : new NpgsqlConnection(_connection);

    /// <summary>"place: what" for each canary that is anywhere.</summary>
    public async Task<List<string>> FindAsync(Canaries canaries)
    {
        var haystack = new Haystack(canaries.All);
        return [.. (await PlacesAsync()).SelectMany(p => haystack.Find(p.Bytes).Select(f => $"{p.Name}: {f}")).Distinct(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        Made?.Dispose();
        await (Proxy?.DisposeAsync() ?? default);
        await (Server?.DisposeAsync() ?? default);
        await TestDatabases.DropAsync(_provider, _connection);
        Directory.Delete(Folder, recursive: true);
    }

    public async Task<IEnumerable<Place>> PlacesAsync()
    {
        var rows = await Place.SqliteAsync(Path.Combine(Folder, "data", "keystore.db"));
        rows.AddRange(IsSqlite ? await Place.SqliteAsync(Path.Combine(Folder, "data", "ourvoice.db")) : await Place.PostgresAsync(_connection));
        return Place.Files(Folder)
            .Concat(rows)
            .Concat(Sandboxes().SelectMany(f => Place.Files(f)))
            .Concat(new[] { "/tmp", "/var/tmp", Path.GetTempPath(), await WorkingFolderAsync() }.SelectMany(f => Place.Files(f, SearchOption.TopDirectoryOnly, _since)))
            .Append(new("the browsers' addresses and titles", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Addresses))));
    }

    // Notices wait for office hours. Midnight of UTC is seven in the morning there, so this is within the first morning of work.
    private async Task<TimeSpan> UntilOpenAsync(TimeSpan atLeast)
    {
        await using var inside = await Inside.OpenAsync(Folder, TimeSpan.Zero, Settings);
        await using var scope = inside.Services.CreateAsyncScope();
        var calendar = await scope.ServiceProvider.GetRequiredService<IWorkingCalendars>().ForOfficeAsync(OfficeIds.Ministry, CancellationToken.None);
        return calendar.OpeningAtOrAfter(DateTime.UtcNow.Date + atLeast) - DateTime.UtcNow + TimeSpan.FromHours(1.5);
    }

    private static IEnumerable<string> Sandboxes() => Directory.EnumerateDirectories("/dev/shm", "ourvoice-media-*");

    private static async Task<string> WorkingFolderAsync() => Path.GetDirectoryName(await PublishedSite.DllAsync())!;

    private async Task ServeAsync()
    {
        Directory.CreateDirectory(Temporary);
        Server = new Server(await PublishedSite.DllAsync(), Folder, new Dictionary<string, string>(Settings, StringComparer.Ordinal)
        {
            // For the provider itself: no other setting speaks louder.
            ["Logging:Console:LogLevel:Default"] = nameof(LogLevel.Trace),
            ["Logging:Console:FormatterName"] = "json",
            ["Logging:Console:FormatterOptions:IncludeScopes"] = "true",
            ["TMPDIR"] = Temporary,
            // As deploy/ourvoice.service has it.
            ["DOTNET_EnableDiagnostics"] = "0",
        });
        await Server.StartAsync(CancellationToken.None);
        Proxy = await Proxy.StartAsync(Directory.CreateDirectory(Path.Combine(Folder, "proxy")).FullName, Server.Address.Port);
        Made = new MadeFiles(Temporary, Path.Combine(Folder, "proxy", "temp"));
    }
}
