using MediatR;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Track;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Intake.Upload;

namespace OurVoice.Tests.Intake.Track;

public sealed class AddFilesTests
{
    private static readonly byte[] Voice = UploadTests.Voice;

    [Theory, EveryDatabase]
    public async Task The_office_asks_for_a_recording_and_the_citizen_adds_it(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var (id, code) = await world.SendAsync();
        await world.Cases.AskAsync(world.Officer, id, "សូមផ្ញើសំឡេង");
        var room = await world.PressAsync("files", await world.OpenAsync(code), "en", ("words", "typed meanwhile"));
        Assert.DoesNotContain("attach", room.Buttons);
        var staged = await world.AttachAsync(await world.AttachAsync(room, Voice), [.. Voice, 0]);
        Assert.Equal("", staged.Error);
        Assert.Contains("You can add 3 more; at most 5 files in all.", staged.Text, StringComparison.Ordinal);
        Assert.Empty(await world.RowsAsync<Attachment>(_ => true));

        var sent = await world.PressAsync("attach", staged);
        Assert.Equal("Your files have been sent.", sent.Notice);
        Assert.Contains("You added files", sent.Text, StringComparison.Ordinal);
        Assert.Equal("typed meanwhile", sent.Box("words"));
        Assert.DoesNotContain(sent.Fields, f => f.Name == "draft");
        Assert.Empty(Staged(world));
        Assert.Equal(CaseState.InProgress, (await world.Cases.CaseAsync(id)).State);
        var entry = Assert.Single(await world.Cases.EntriesAsync(id), e => e.Kind == EntryKind.FilesAdded);
        var files = (await world.Cases.Host.Services.GetRequiredService<ISubmissionReader>().ReadAsync(id, default))!.Files;
        Assert.Equal([(1, entry.Id), (2, entry.Id)], files.Select(f => (f.Number, f.AddedWith!.Value)));
    }

    [Theory, EveryDatabase]
    public async Task Sent_twice_or_at_once_each_file_is_there_once(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var (id, code) = await world.SendAsync();
        var staged = await world.AttachAsync(await FilesAsync(world, code), Voice);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.PressAsync("attach", staged)));
        Assert.All(answers, a => Assert.Equal("", a.Error));
        Assert.Single(answers, a => a.Notice == "Your files have been sent.");
        Assert.Single(await world.RowsAsync<Attachment>(a => a.SubmissionId == id));

        // An older page of the same draft, with a form of its own.
        var again = await world.PressAsync("attach", await world.PressAsync("files", staged));
        Assert.Single(await world.RowsAsync<Attachment>(a => a.SubmissionId == id));
        Assert.DoesNotContain(again.Fields, f => f.Name == "draft" && f.Value.Length > 600);
    }

    [Theory, EveryDatabase]
    public async Task Two_tabs_with_three_files_each_never_make_six(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var (id, code) = await world.SendAsync();
        var tabs = new[] { await FilesAsync(world, code), await FilesAsync(world, code) };
        for (var tab = 0; tab < tabs.Length; tab++)
        {
            for (var file = 0; file < 3; file++)
            {
                tabs[tab] = await world.AttachAsync(tabs[tab], Voice);
            }
        }

        var answers = await Task.WhenAll(tabs.Select(t => world.PressAsync("attach", t)));
        Assert.Single(answers, a => a.Error.Contains("more than five files", StringComparison.Ordinal));
        Assert.Equal(3, (await world.RowsAsync<Attachment>(a => a.SubmissionId == id)).Count);

        // Two of the three fit; the page says so and keeps what is staged.
        var refused = answers.Single(a => a.Error.Length > 0);
        var fewer = await world.PressAsync(refused.Page.QuerySelector("button[value^=drop]")!.GetAttribute("value")!, refused);
        Assert.Equal("Your files have been sent.", (await world.PressAsync("attach", fewer)).Notice);
        Assert.Equal([1, 2, 3, 4, 5], (await world.RowsAsync<Attachment>(a => a.SubmissionId == id)).Select(a => a.Number).Order());
        Assert.Empty((await FilesAsync(world, code)).Page.QuerySelectorAll("input[type=file]"));
    }

    [Theory, EveryDatabase]
    public async Task Broken_in_the_middle_nothing_is_stored_and_the_files_can_be_sent_again(string provider)
    {
        var breaking = new Breaking();
        await using var world = await TrackWorld.StartAsync(provider, also: s => s.AddSingleton<INotificationHandler<FilesAdded>>(breaking));
        var (id, code) = await world.SendAsync();
        var staged = await world.AttachAsync(await FilesAsync(world, code), Voice);
        breaking.Breaks = true;
        var failed = await world.PressAsync("attach", staged);
        Assert.StartsWith("Something went wrong on our side", failed.Error, StringComparison.Ordinal);
        Assert.Empty(await world.RowsAsync<Attachment>(_ => true));
        Assert.Empty(await world.RowsAsync<Act>(_ => true));
        breaking.Breaks = false;
        Assert.Equal("Your files have been sent.", (await world.PressAsync("attach", failed)).Notice);
        Assert.Single(await world.RowsAsync<Attachment>(a => a.SubmissionId == id));
    }

    [Fact]
    public async Task After_15_minutes_a_file_that_was_long_on_its_way_is_kept_while_the_code_is_asked()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        var room = await FilesAsync(world, code);
        world.Cases.Time.Advance(TimeSpan.FromMinutes(16));
        var asked = await world.AttachAsync(room, Voice);
        Assert.True(asked.AsksForCode);
        Assert.Contains("not sent yet: 1.", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("support", asked.Text, StringComparison.OrdinalIgnoreCase);
        var again = await world.PressAsync("open", asked, "en", ("code", code.Digits));
        Assert.Contains("attach", again.Buttons);
        Assert.Equal("Your files have been sent.", (await world.PressAsync("attach", again)).Notice);
        Assert.Single(await world.RowsAsync<Attachment>(a => a.SubmissionId == id));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    public async Task A_file_without_our_own_draft_is_not_kept(string draft)
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, code) = await world.SendAsync();
        var room = await FilesAsync(world, code);
        foreach (var hidden in room.Page.QuerySelectorAll("form.files input[name=draft]"))
        {
            hidden.SetAttribute("value", draft);
        }

        Assert.Contains("could not be added", (await world.AttachAsync(room, Voice)).Error, StringComparison.Ordinal);
        Assert.Empty(Staged(world));
    }

    [Fact]
    public async Task Bad_files_get_their_sentence_and_nothing_chosen_asks_for_one()
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, code) = await world.SendAsync();
        var room = await FilesAsync(world, code);
        Assert.Contains("is a program", (await world.AttachAsync(room, [.. "MZ"u8, .. new byte[300]])).Error, StringComparison.Ordinal);
        Assert.Contains("choose a file", (await world.AttachAsync(room, [])).Error, StringComparison.Ordinal);
        Assert.Contains("add a file first", (await world.PressAsync("attach", room)).Error, StringComparison.Ordinal);
        Assert.Empty(Staged(world));
    }

    [Fact]
    public async Task A_case_closed_or_withdrawn_meanwhile_takes_no_file_and_none_leaves_staging()
    {
        await using var world = await TrackWorld.StartAsync();
        var (closed, withdrawn) = (await world.SendAsync(), await world.SendAsync());
        var toClosed = await world.AttachAsync(await FilesAsync(world, closed.Code), Voice);
        var toWithdrawn = await world.AttachAsync(await FilesAsync(world, withdrawn.Code), Voice);
        await world.Cases.CloseAsync(world.Officer, closed.Id);
        await world.PressAsync("withdraw-now", await world.OpenAsync(withdrawn.Code));
        Assert.StartsWith("Your case is closed", (await world.PressAsync("attach", toClosed)).Error, StringComparison.Ordinal);
        Assert.StartsWith("Your case is withdrawn", (await world.PressAsync("attach", toWithdrawn)).Error, StringComparison.Ordinal);
        Assert.Empty(await world.RowsAsync<Attachment>(_ => true));
        Assert.Equal(2, Staged(world).Length);
        Assert.DoesNotContain("files", (await world.OpenAsync(closed.Code)).Buttons);
    }

    [Fact]
    public async Task Of_a_confidential_case_the_office_sees_the_files_at_its_next_opening()
    {
        await using var world = await TrackWorld.StartAsync(demo: false);
        var (id, code) = await world.SendAsync(confidential: true);
        world.Cases.Time.Advance(TimeSpan.FromHours(25.3));
        var sent = await world.PressAsync("attach", await world.AttachAsync(await FilesAsync(world, code), Voice));
        Assert.Contains("counts from 3 June 2026 You added files", sent.Text, StringComparison.Ordinal);
        var file = Assert.Single(await world.RowsAsync<Attachment>(a => a.SubmissionId == id));
        var door = world.Cases.Host.Services.GetRequiredService<OurVoice.Cases.ReadFile.FileDoor>();
        Assert.Null(await door.FindAsync(id, file.Id, world.Cases.As(world.Officer), default));
        world.Cases.Time.Advance(TimeSpan.FromHours(24));
        await world.Cases.SweepAsync();
        Assert.NotNull(await door.FindAsync(id, file.Id, world.Cases.As(world.Officer), default));
    }

    [Fact]
    public async Task A_late_office_does_not_see_what_was_added_after_the_case_left_it()
    {
        await using var world = await TrackWorld.StartAsync();
        var above = await world.Cases.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOneWindow);
        var (id, code) = await world.SendAsync();
        world.Cases.Time.Advance(TimeSpan.FromDays(40));
        await world.Cases.SweepAsync();
        await world.PressAsync("attach", await world.AttachAsync(await FilesAsync(world, code), Voice));
        var file = Assert.Single(await world.RowsAsync<Attachment>(a => a.SubmissionId == id));
        var door = world.Cases.Host.Services.GetRequiredService<OurVoice.Cases.ReadFile.FileDoor>();
        Assert.NotNull(await door.FindAsync(id, file.Id, world.Cases.As(above), default));
        Assert.Null(await door.FindAsync(id, file.Id, world.Cases.As(world.Officer), default));
    }

    private static async Task<TrackAnswer> FilesAsync(TrackWorld world, OurVoice.Intake.Receipt.ReceiptCode code) =>
        await world.PressAsync("files", await world.OpenAsync(code));

    private static string[] Staged(TrackWorld world) => Directory.GetFiles(
        Path.Combine(world.Cases.Host.Services.GetRequiredService<SiteSettings>().DataFolder, "staging"), "*", SearchOption.AllDirectories);

    private sealed class Breaking : INotificationHandler<FilesAdded>
    {
        public bool Breaks { get; set; }

        public Task Handle(FilesAdded notification, CancellationToken cancellationToken) =>
            Breaks ? throw new InvalidOperationException("the wire is cut") : Task.CompletedTask;
    }
}
