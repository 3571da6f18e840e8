using System.Buffers.Text;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;
using OurVoice.Tests.Cases;

namespace OurVoice.Tests.Intake.Track;

public sealed class TokenTests
{
    private const string Typed = "បន្ទាត់ទីមួយ\n\nline two";

    [Fact]
    public async Task After_15_minutes_the_code_is_asked_again_and_only_the_words_stay()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        await world.Cases.AskAsync(world.Officer, id, "តើនៅទីណា?");
        var page = await world.OpenAsync(code);
        world.Cases.Time.Advance(TimeSpan.FromMinutes(15));
        var asked = await world.PressAsync("send", page, "en", ("words", Typed));
        Assert.True(asked.AsksForCode);
        Assert.StartsWith("15 minutes have passed", asked.Error, StringComparison.Ordinal);
        Assert.Equal(Typed, asked.Box("words").ReplaceLineEndings("\n"));
        Assert.DoesNotContain("តើនៅទីណា", asked.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("support", asked.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(await NumberAsync(world, id), asked.Body, StringComparison.Ordinal);
        Assert.Empty(await world.RowsAsync<Message>(m => m.SubmissionId == id));

        var again = await world.PressAsync("open", asked, "en", ("code", code.GroupedInKhmer()));
        Assert.False(again.AsksForCode);
        Assert.Equal(Typed, again.Box("words").ReplaceLineEndings("\n"));
        await world.PressAsync("send", again);
        Assert.Single(await world.RowsAsync<Message>(m => m.SubmissionId == id));
    }

    [Fact]
    public async Task A_minute_before_the_page_still_works_and_what_is_done_on_it_does_not_make_it_last_longer()
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        world.Cases.Time.Advance(TimeSpan.FromMinutes(14));
        var shown = await world.PressAsync("show", page);
        Assert.False(shown.AsksForCode);
        world.Cases.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await world.PressAsync("show", shown)).AsksForCode);
    }

    [Fact]
    public async Task A_missing_foreign_or_changed_token_asks_for_the_code_and_keeps_the_words()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        var seal = world.Cases.Host.Services.GetRequiredService<ISiteSeal>();
        var draft = Base64Url.EncodeToString(seal.Seal("intake-draft", new byte[40], []));
        var middle = page.Token!.Length / 2;
        var changed = page.Token[..middle] + (page.Token[middle] == 'A' ? 'B' : 'A') + page.Token[(middle + 1)..];
        foreach (var token in new[] { "", "ខ្មែរ", "%%%", Base64Url.EncodeToString(new byte[93]), draft, changed, page.Token[..^3], new string('A', 10_000) })
        {
            var asked = await world.PressAsync("send", page, "km", ("token", token), ("words", Typed));
            Assert.True(asked.AsksForCode);
            Assert.StartsWith("ដើម្បីការពារអ្នក", asked.Error, StringComparison.Ordinal);
            Assert.Equal(Typed, asked.Box("words").ReplaceLineEndings("\n"));
        }

        Assert.Empty(await world.RowsAsync<Message>(m => m.SubmissionId == id));
    }

    [Fact]
    public async Task Words_that_were_stored_before_the_answer_was_lost_are_not_stored_again_after_the_code()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        await world.PressAsync("send", page, "en", ("words", Typed));
        world.Cases.Time.Advance(TimeSpan.FromMinutes(20));
        var asked = await world.PressAsync("send", page, "en", ("words", Typed));
        var again = await world.PressAsync("open", asked, "en", ("code", code.Digits));
        Assert.StartsWith("We have received this before", again.Notice, StringComparison.Ordinal);
        Assert.Equal("", again.Box("words"));
        Assert.Single(await world.RowsAsync<Message>(m => m.SubmissionId == id));
    }

    [Fact]
    public async Task A_case_erased_while_it_is_looked_at_is_as_unknown_as_any()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        await world.Cases.Host.Services.GetRequiredService<ICaseKeys>().DeleteAsync(id, default);
        var gone = await world.PressAsync("send", page, "en", ("words", Typed));
        Assert.True(gone.AsksForCode);
        Assert.StartsWith("There is nothing under this code.", gone.Error, StringComparison.Ordinal);
        Assert.Equal(Typed, gone.Box("words").ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("en", "km", "សំណើសុំជំនួយរបស់អ្នក")]
    [InlineData("km", "en", "Your request for support")]
    public async Task The_other_language_keeps_the_view_and_the_words(string from, string to, string heading)
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, code) = await world.SendAsync();
        var page = await world.OpenAsync(code, from);
        var button = page.Page.QuerySelector("button[value=lang]")!;
        Assert.Equal($"/{to}/track", button.GetAttribute("formaction"));
        Assert.Empty(page.Page.QuerySelectorAll("header a[hreflang]"));
        var other = await world.PressAsync("lang", page, to, ("words", Typed));
        Assert.Contains(heading, other.Text, StringComparison.Ordinal);
        Assert.Equal(Typed, other.Box("words").ReplaceLineEndings("\n"));
        Assert.Equal(to, other.Page.DocumentElement.GetAttribute("lang"));

        var entry = await world.PressAsync("lang", await world.GetAsync(from), to, ("code", "12 34"));
        Assert.Equal("", entry.Error);
        Assert.Contains(("code", "12 34"), entry.Fields);
    }

    private static async Task<string> NumberAsync(TrackWorld world, Guid id) => (await world.Cases.CaseAsync(id)).Number;
}
