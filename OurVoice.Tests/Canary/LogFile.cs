using Microsoft.Extensions.Logging;

namespace OurVoice.Tests.Canary;

/// <summary>All that is logged, scopes and the values of each line too, as a file.</summary>
internal sealed class LogFile(string path) : ILoggerProvider, ILogger
{
    private readonly StreamWriter _lines = new(path);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Write(Values(state));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Write($"{eventId} {formatter(state, exception)} {Values(state)} {exception}");

    public void Dispose() => _lines.Dispose();

    private static string? Values<TState>(TState state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(v => v.Key + "=" + v.Value)) : state?.ToString();

    private void Write(string? line)
    {
        lock (_lines)
        {
            _lines.WriteLine(line);
        }
    }
}
