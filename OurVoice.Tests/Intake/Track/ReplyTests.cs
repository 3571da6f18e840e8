using MediatR;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Track;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Intake.Track;

public sealed class ReplyTests
{
    [Theory, EveryDatabase]
    public async Task The_office_asks_and_the_citizen_answers(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var (id, code) = await world.SendAsync();
        await world.Cases.AskAsync(world.Officer, id, "តើនៅទីណា?");
        var page = await world.OpenAsync(code);
        Assert.Contains("your answer is awaited", page.Text, StringComparison.Ordinal);
        Assert.Contains("តើនៅទីណា?", page.Text, StringComparison.Ordinal);
        var sent = await world.PressAsync("send", page, "en", ("words", "  នៅភូមិ <b>x</b> '); DROP TABLE intake_messages;--  "));
        Assert.Equal("Your message has been sent.", sent.Notice);
        Assert.Equal("", sent.Box("words"));
        Assert.Contains("នៅភូមិ <b>x</b> '); DROP TABLE", sent.Text, StringComparison.Ordinal);
        Assert.Equal(CaseState.InProgress, (await world.Cases.CaseAsync(id)).State);
        var read = await world.Cases.Host.Services.GetRequiredService<ISubmissionReader>().ReadAsync(id, default);
        Assert.Equal("នៅភូមិ <b>x</b> '); DROP TABLE intake_messages;--", Assert.Single(read!.Messages).Words);
    }

    [Theory]
    [InlineData("en", "", "Please write something.")]
    [InlineData("km", " \r\n\u200B\u200D ", "សូមសរសេរអ្វីមួយ។")]
    public async Task Nothing_to_read_is_not_sent(string lang, string words, string sentence)
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        var page = await world.PressAsync("send", await world.OpenAsync(code, lang), lang, ("words", words));
        Assert.Equal(sentence, page.Error);
        Assert.Equal("words-hint words-error", page.Page.QuerySelector("#words")!.GetAttribute("aria-describedby"));
        Assert.Empty(await world.RowsAsync<Message>(m => m.SubmissionId == id));
    }

    [Fact]
    public async Task Up_to_4000_letters_go_and_more_come_back_whole_with_the_count()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        var long1 = new string('ក', 4_001);
        var tooLong = await world.PressAsync("send", page, "en", ("words", long1));
        Assert.StartsWith("Your text has 4,001 letters; at most 4,000", tooLong.Error, StringComparison.Ordinal);
        Assert.Equal(long1, tooLong.Box("words"));
        var huge = await world.PressAsync("send", tooLong, "en", ("words", new string('ក', 350_000)));
        Assert.StartsWith("Your text has 350,000 letters", huge.Error, StringComparison.Ordinal);
        Assert.Equal(4_000, huge.Box("words").Length);
        Assert.Empty(await world.RowsAsync<Message>(m => m.SubmissionId == id));
        Assert.Equal("Your message has been sent.", (await world.PressAsync("send", huge)).Notice);
    }

    [Theory, EveryDatabase]
    public async Task Sent_twice_or_at_once_it_stands_there_once(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var (id, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.PressAsync("send", page, "en", ("words", "once"))));
        Assert.All(answers, a => Assert.Equal("", a.Error));
        Assert.All(answers, a => Assert.Equal("", a.Box("words")));
        Assert.Single(answers, a => a.Notice == "Your message has been sent.");
        Assert.Single(await world.RowsAsync<Message>(m => m.SubmissionId == id));

        var changed = await world.PressAsync("send", page, "en", ("words", "changed after Back"));
        Assert.StartsWith("We have received this before", changed.Notice, StringComparison.Ordinal);
        Assert.Equal("changed after Back", changed.Box("words"));
        Assert.Equal("Your message has been sent.", (await world.PressAsync("send", changed)).Notice);
        Assert.Equal([1, 2], (await world.RowsAsync<Message>(m => m.SubmissionId == id)).Select(m => m.Number).Order());
    }

    [Theory, EveryDatabase]
    public async Task Two_tabs_that_write_at_once_are_both_kept(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var (id, code) = await world.SendAsync();
        var tabs = new[] { await world.OpenAsync(code), await world.OpenAsync(code) };
        await Task.WhenAll(tabs.Select((t, i) => world.PressAsync("send", t, "en", ("words", $"tab {i}"))));
        Assert.Equal(2, (await world.RowsAsync<Message>(m => m.SubmissionId == id)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Broken_in_the_middle_nothing_is_stored_and_the_words_come_back(string provider)
    {
        var breaking = new Breaking();
        await using var world = await TrackWorld.StartAsync(provider, also: s => s.AddSingleton<INotificationHandler<CitizenReplied>>(breaking));
        var (id, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        breaking.Breaks = true;
        var failed = await world.PressAsync("send", page, "en", ("words", "half a thing"));
        Assert.StartsWith("Something went wrong on our side", failed.Error, StringComparison.Ordinal);
        Assert.Equal("half a thing", failed.Box("words"));
        Assert.Empty(await world.RowsAsync<Message>(m => m.SubmissionId == id));
        Assert.Empty(await world.RowsAsync<Act>(_ => true));
        Assert.DoesNotContain(await world.Cases.EntriesAsync(id), e => e.Kind == OurVoice.Cases.Timeline.EntryKind.CitizenWrote);
        breaking.Breaks = false;
        Assert.Equal("Your message has been sent.", (await world.PressAsync("send", page, "en", ("words", "half a thing"))).Notice);
    }

    [Fact]
    public async Task A_case_closed_meanwhile_takes_no_message_and_gives_the_words_back()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        await world.Cases.CloseAsync(world.Officer, id);
        var refused = await world.PressAsync("send", page, "en", ("words", "too late"));
        Assert.StartsWith("Your case is closed", refused.Error, StringComparison.Ordinal);
        Assert.Equal("too late", refused.Box("words"));
        Assert.Empty(await world.RowsAsync<Message>(m => m.SubmissionId == id));
    }

    [Fact]
    public async Task Of_a_confidential_case_only_the_day_is_stored_and_the_office_sees_it_at_its_next_opening()
    {
        await using var world = await TrackWorld.StartAsync(demo: false);
        var (id, code) = await world.SendAsync(confidential: true);
        world.Cases.Time.Advance(TimeSpan.FromHours(25.3));
        var page = await world.PressAsync("send", await world.OpenAsync(code), "en", ("words", "quietly"));
        Assert.Contains("counts from 3 June 2026 You wrote quietly", page.Text, StringComparison.Ordinal);
        Assert.Equal(PhnomPenh.StartOf(new DateOnly(2026, 6, 2)), Assert.Single(await world.RowsAsync<Message>(m => m.SubmissionId == id)).At);
    }

    private sealed class Breaking : INotificationHandler<CitizenReplied>
    {
        public bool Breaks { get; set; }

        public Task Handle(CitizenReplied notification, CancellationToken cancellationToken) =>
            Breaks ? throw new InvalidOperationException("the wire is cut") : Task.CompletedTask;
    }
}
