using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Intake.Submit;

public sealed class NoTraceTests
{
    private const string Canary = "កាណារី-7c1f-canary";

    [Fact]
    public async Task Words_names_contacts_and_codes_are_found_in_no_file_and_no_log()
    {
        await using var host = await Hosting.TestHost.CreateAsync();
        var log = new Lines();
        host.Replace = services =>
        {
            services.AddSingleton<OurVoice.Contracts.Cases.IRoutePreview>(new Manned());
            services.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        };
        await host.StartAsync();
        var before = Directory.GetFiles(Path.GetTempPath(), "*.tmp").ToHashSet(StringComparer.Ordinal);
        using var citizen = await BadInputTests.AtStoryAsync(host, "complaint");
        await citizen.NextAsync(("story", Canary + new string('ក', 3_000)));
        await citizen.NextAsync(("when", Canary));
        await citizen.NextAsync(("accused", Canary));
        await citizen.NextAsync();
        await citizen.NextAsync(("named", "yes"), ("name", Canary), ("channel", "Email"), ("contact", "canary7c1f@example.com"), ("hours", Canary));
        await citizen.NextAsync();
        await citizen.NextAsync();
        var code = citizen.Page.QuerySelector(".code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

        SqliteConnection.ClearAllPools();
        var files = Directory.GetFiles(host.Folder, "*", SearchOption.AllDirectories).Concat(Directory.GetFiles(Path.GetTempPath(), "*.tmp").Except(before)).ToList();
        Assert.Contains(files, f => f.EndsWith("ourvoice.db", StringComparison.Ordinal));
        foreach (var word in new[] { Canary, "7c1f-canary", "canary7c1f", code })
        {
            Assert.DoesNotContain(files, f => Contains(f, word));
            Assert.DoesNotContain(log.All, l => l.Contains(word, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_file_posted_to_the_page_itself_never_reaches_a_temporary_file()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await BadInputTests.AtStoryAsync(host);
        var made = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var watcher = new FileSystemWatcher(Path.GetTempPath(), "ASPNETCORE_*");
        watcher.Created += (_, e) => made.Add(e.Name!);
        // The framework makes the file under another name and renames it.
        watcher.Renamed += (_, e) => made.Add(e.Name!);
        watcher.EnableRaisingEvents = true;
        using var body = new MultipartFormDataContent
        {
            { new StringContent("w"), "_handler" }, { new StringContent(citizen.Field("draft")!), "draft" }, { new StringContent("Story"), "step" },
            { new StringContent(Canary), "story" }, { new ByteArrayContent(new byte[2_000_000]), "file", "photo.jpg" },
        };
        using var phone = host.Phone();
        var answer = await phone.PostAsync("/en/submit", body);
        await Task.Delay(200);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Empty(made);
    }

    [Fact]
    public async Task Public_pages_carry_no_cookie_no_state_comment_and_a_strict_policy()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await BadInputTests.AtStoryAsync(host);
        await citizen.NextAsync(("story", "x"));
        Assert.DoesNotContain("<!--", citizen.Html);
        Assert.DoesNotContain("__RequestVerificationToken", citizen.Html);
        Assert.DoesNotContain("blazor", citizen.Html, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("default-src 'none'", citizen.Answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("no-store", citizen.Answer.Headers.CacheControl!.ToString());
        Assert.Equal("Step 5 of 9 · Our Voice", citizen.Page.Title);
    }

    private static bool Contains(string file, string word)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.ToArray().AsSpan();
        return bytes.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(word)) >= 0;
    }

    private sealed class Manned : OurVoice.Contracts.Cases.IRoutePreview
    {
        public Task<OurVoice.Contracts.Cases.RoutePreview> FindAsync(OurVoice.Contracts.Cases.RouteQuestion question, CancellationToken cancel) =>
            Task.FromResult(IntakeHost.ToMinistry with { OfficeId = OfficeIds.Ministry });
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentBag<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
