using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OurVoice.Tests.Cases;

namespace OurVoice.Tests.Intake.Track;

public sealed class CanaryTests
{
    private const string Word = "កណារីសម្ងាត់";

    [Fact]
    public async Task Neither_code_nor_words_are_in_a_log_an_address_or_the_data_folder()
    {
        var log = new Listening();
        await using var world = await TrackWorld.StartAsync(also: s => s.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        var (id, code) = await world.SendAsync(story: Word);
        await world.Cases.ReplyAsync(world.Officer, id, Word);
        var page = await world.OpenAsync(code.GroupedInKhmer());
        page = await world.PressAsync("send", page, "km", ("words", Word), ("reason", Word));
        page = await world.PressAsync("judge", page, "km", ("verdict", "partly"), ("reason", Word));
        page = await world.PressAsync("withdraw-now", page, "km", ("words", Word));
        await world.PressAsync("undo", page);
        world.Cases.Time.Advance(TimeSpan.FromHours(1));
        await world.PressAsync("send", page, "km", ("words", Word));
        await world.OpenAsync(code.Digits + "1");

        Assert.NotEmpty(log.Lines);
        string[] canaries = [code.Digits, code.Grouped(), code.GroupedInKhmer(), Word, page.Token!];
        foreach (var canary in canaries)
        {
            Assert.DoesNotContain(log.Lines, l => l.Contains(canary, StringComparison.Ordinal));
            Assert.Empty(FilesWith(world.Cases.Host.Folder, canary));
        }

        Assert.All(page.Page.QuerySelectorAll("[href], [action], [formaction]"), e => Assert.DoesNotContain('?', Address(e)));
    }

    [Fact]
    public async Task A_word_that_is_there_would_be_found()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, _) = await world.SendAsync();
        Assert.NotEmpty(FilesWith(world.Cases.Host.Folder, (await world.Cases.CaseAsync(id)).Number));
    }

    private static string Address(AngleSharp.Dom.IElement element) =>
        element.GetAttribute("href") ?? element.GetAttribute("action") ?? element.GetAttribute("formaction") ?? "";

    private static IEnumerable<string> FilesWith(string folder, string text)
    {
        var (utf8, utf16) = (Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text));
        // The shared-memory file comes and goes with connections and holds no content.
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var span = bytes.ToArray().AsSpan();
            if (span.IndexOf(utf8) >= 0 || span.IndexOf(utf16) >= 0)
            {
                yield return file;
            }
        }
    }

    private sealed class Listening : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
