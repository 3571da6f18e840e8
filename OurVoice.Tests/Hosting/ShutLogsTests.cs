using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OurVoice.Web.Hosting;

namespace OurVoice.Tests.Hosting;

/// <summary>What an operator may set, and what stays shut all the same.</summary>
public sealed class ShutLogsTests
{
    private const string Calls = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    [Theory]
    [InlineData("LogLevel:Default", "Trace")]
    [InlineData("LogLevel:Microsoft.AspNetCore.SignalR", "Debug")]
    [InlineData("LogLevel:" + Calls, "Trace")]
    [InlineData("Heard:LogLevel:Default", "Trace")]
    [InlineData("Heard:LogLevel:" + Calls, "Trace")]
    [InlineData("Heard:LogLevel:microsoft.aspnetcore.signalr", "Debug")]
    public void The_log_of_calls_stays_shut_and_still_tells_of_faults(string setting, string level)
    {
        using var log = Log((setting, level));
        Assert.False(log.CreateLogger(Calls).IsEnabled(LogLevel.Information));
        Assert.True(log.CreateLogger(Calls).IsEnabled(LogLevel.Error));
    }

    [Fact]
    public void Other_logs_are_as_they_are_set()
    {
        using (var silent = Log())
        {
            Assert.False(silent.CreateLogger("Quartz").IsEnabled(LogLevel.Debug));
            Assert.True(silent.CreateLogger("Quartz").IsEnabled(LogLevel.Information));
        }

        using var loud = Log(("LogLevel:Quartz", "Error"), ("Heard:LogLevel:Microsoft", "Trace"));
        Assert.False(loud.CreateLogger("Quartz").IsEnabled(LogLevel.Warning));
        Assert.True(loud.CreateLogger("Microsoft.EntityFrameworkCore").IsEnabled(LogLevel.Trace));
    }

    private static ILoggerFactory Log(params (string Setting, string Level)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Setting, (string?)s.Level))).Build();
        var services = new ServiceCollection();
        services.KeepShut();
        services.AddLogging(l => l.AddConfiguration(configuration).AddProvider(new Heard()));
        return services.BuildServiceProvider().GetRequiredService<ILoggerFactory>();
    }

    [ProviderAlias("Heard")]
    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }

        public void Dispose()
        {
        }
    }
}
