using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OurVoice.Contracts.Host;
using OurVoice.Web.Media;

namespace OurVoice.Tests.Media;

public sealed class AvailabilityTests(Recordings recordings) : IClassFixture<Recordings>
{
    [Theory]
    [InlineData("/nowhere/bwrap", "/nowhere/bwrap was not found")]
    [InlineData("/bin/false", "user namespaces are probably refused")]
    public async Task Probe_WithoutASandbox_SaysWhy_AndFilesWait(string bwrap, string sentence)
    {
        using var tryOut = new TryOut(new() { Bwrap = bwrap });

        var result = await tryOut.CleanAsync(recordings.Read("voice.m4a"));

        Assert.False(tryOut.Cleaner.IsAvailable);
        Assert.Contains(sentence, tryOut.Cleaner.WhyNot, StringComparison.Ordinal);
        Assert.Equal(CleaningFailure.SandboxMissing, result.Failure);
        tryOut.AssertNothingLeft();
    }

    [Fact]
    public async Task Clean_SandboxBreaksAfterTheStart_DoesNotCallAGoodFileBroken()
    {
        var bwrap = recordings.PathOf("bwrap");
        await File.WriteAllTextAsync(bwrap, "#!/bin/sh\n[ -e \"$0.refuses\" ] && exit 1\nexec /usr/bin/bwrap \"$@\"\n");
        await Tool.RunAsync("chmod", "700", bwrap);
        using var tryOut = new TryOut(new() { Bwrap = bwrap });
        var note = recordings.Read("voice.m4a");

        Assert.True((await tryOut.CleanAsync(note)).IsClean);
        await File.WriteAllTextAsync(bwrap + ".refuses", "");
        var later = await tryOut.Cleaner.CleanAsync(new MemoryStream(note), FileTypes.Detect(note), CancellationToken.None);

        Assert.Equal(CleaningFailure.SandboxMissing, later.Failure);
    }

    [Theory]
    [InlineData("/usr/bin/bwrap", LogLevel.Information, "the sandbox works")]
    [InlineData("/nowhere/bwrap", LogLevel.Warning, "not yet cleaned")]
    public async Task Start_SaysInOneLineWhetherFilesCanBeCleaned(string bwrap, LogLevel level, string words)
    {
        var lines = new ConcurrentQueue<(LogLevel Level, string Text)>();
        await using var services = new ServiceCollection()
            .AddLogging(log => log.AddProvider(new Lines(lines)))
            .AddMedia(new() { Bwrap = bwrap })
            .BuildServiceProvider();

        await Assert.Single(services.GetServices<IHostedService>()).StartAsync(CancellationToken.None);

        Assert.Contains(lines, line => line.Level == level && line.Text.Contains(words, StringComparison.Ordinal));
        Assert.Equal(level == LogLevel.Information, services.GetRequiredService<IMediaCleaner>().IsAvailable);
    }

    [Fact]
    public async Task Clean_Cancelled_Throws_AndLeavesNothing()
    {
        using var tryOut = new TryOut();
        await tryOut.Cleaner.ProbeAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(60));
        var note = recordings.Read("tagged.mp3");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => tryOut.Cleaner.CleanAsync(new MemoryStream(note), FileTypes.Detect(note), stop.Token));

        tryOut.AssertNothingLeft();
    }

    private sealed class Lines(ConcurrentQueue<(LogLevel Level, string Text)> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
