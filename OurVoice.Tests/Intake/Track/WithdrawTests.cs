using MediatR;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Submissions;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Intake.Track;

public sealed class WithdrawTests
{
    [Theory, EveryDatabase]
    public async Task Withdrawing_is_asked_twice_hides_the_words_at_once_and_can_be_undone(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var (id, code) = await world.SendAsync();
        var asked = await world.PressAsync("withdraw", await world.OpenAsync(code), "en", ("words", "half written"));
        Assert.Contains("Do you want to withdraw your case?", asked.Text, StringComparison.Ordinal);
        Assert.True(await IsReadableAsync(world, id));

        var withdrawn = await world.PressAsync("withdraw-now", asked);
        Assert.Equal("Your case has been withdrawn.", withdrawn.Notice);
        Assert.Contains("until 1 July 2026", withdrawn.Text, StringComparison.Ordinal);
        Assert.Equal("half written", withdrawn.Box("words"));
        Assert.DoesNotContain("send", withdrawn.Buttons);
        Assert.False(await IsReadableAsync(world, id));
        Assert.Equal(CaseState.Withdrawn, (await world.Cases.CaseAsync(id)).State);

        var back = await world.PressAsync("undo", withdrawn);
        Assert.Equal("Your case is coming back.", back.Notice);
        Assert.True(await IsReadableAsync(world, id));
        Assert.Equal(CaseState.Received, (await world.Cases.CaseAsync(id)).State);
        Assert.Equal("half written", back.Box("words"));
    }

    [Theory, EveryDatabase]
    public async Task Each_is_done_once_and_an_old_page_sent_again_does_not_withdraw_again(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var (id, code) = await world.SendAsync();
        var asked = await world.PressAsync("withdraw", await world.OpenAsync(code));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.PressAsync("withdraw-now", asked)));
        Assert.Single(answers, a => a.Notice == "Your case has been withdrawn.");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.PressAsync("undo", answers[0])));
        await world.PressAsync("withdraw-now", asked);
        Assert.True(await IsReadableAsync(world, id));
        Assert.Equal(["Received", "Withdrawn", "WithdrawalUndone"], (await world.Cases.EntriesAsync(id)).Select(e => e.Kind.ToString()));
    }

    [Fact]
    public async Task A_second_tab_cannot_write_to_a_withdrawn_case()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        var second = await world.OpenAsync(code);
        await world.PressAsync("withdraw-now", await world.OpenAsync(code));
        var refused = await world.PressAsync("send", second, "en", ("words", "from the other tab"));
        Assert.StartsWith("Your case is withdrawn", refused.Error, StringComparison.Ordinal);
        Assert.Equal("from the other tab", refused.Box("words"));
        Assert.Empty(await world.RowsAsync<Message>(m => m.SubmissionId == id));
        var again = await world.PressAsync("withdraw-now", second);
        Assert.StartsWith("We have received this before", again.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_thirtieth_day_it_can_be_undone_and_a_day_later_nothing_is_there()
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, code) = await world.SendAsync();
        await world.PressAsync("withdraw-now", await world.OpenAsync(code));
        world.Cases.Time.Advance(TimeSpan.FromDays(30));
        var page = await world.OpenAsync(code);
        Assert.Contains("undo", page.Buttons);
        world.Cases.Time.MoveTo(new DateTimeOffset(2026, 7, 2, 0, 1, 0, TimeSpan.FromHours(7)));
        Assert.StartsWith("There is nothing under this code.", (await world.OpenAsync(code)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_left_open_over_midnight_cannot_undo_after_the_last_day()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        await world.PressAsync("withdraw-now", await world.OpenAsync(code));
        world.Cases.Time.MoveTo(new DateTimeOffset(2026, 7, 1, 23, 55, 0, TimeSpan.FromHours(7)));
        var page = await world.OpenAsync(code);
        world.Cases.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.StartsWith("There is nothing here any more", (await world.PressAsync("undo", page)).Error, StringComparison.Ordinal);
        Assert.False(await IsReadableAsync(world, id));
    }

    [Fact]
    public async Task Of_a_confidential_case_the_office_sees_it_again_at_its_next_opening()
    {
        await using var world = await TrackWorld.StartAsync(demo: false);
        var (_, code) = await world.SendAsync(confidential: true);
        world.Cases.Time.Advance(TimeSpan.FromHours(25));
        var page = await world.PressAsync("withdraw-now", await world.OpenAsync(code));
        var back = await world.PressAsync("undo", page);
        Assert.Contains("You have taken your withdrawal back.", back.Text, StringComparison.Ordinal);
        Assert.Contains("counts from 3 June 2026", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("undo", back.Buttons);
    }

    [Theory, EveryDatabase]
    public async Task Broken_in_the_middle_it_is_not_withdrawn(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider, also: s => s.AddTransient<INotificationHandler<SubmissionWithdrawn>, Breaking>());
        var (id, code) = await world.SendAsync();
        var failed = await world.PressAsync("withdraw-now", await world.OpenAsync(code));
        Assert.StartsWith("Something went wrong on our side", failed.Error, StringComparison.Ordinal);
        Assert.True(await IsReadableAsync(world, id));
        Assert.NotEqual(CaseState.Withdrawn, (await world.Cases.CaseAsync(id)).State);
    }

    private static async Task<bool> IsReadableAsync(TrackWorld world, Guid id) =>
        await world.Cases.Host.Services.GetRequiredService<ISubmissionReader>().ReadAsync(id, default) is not null;

    private sealed class Breaking : INotificationHandler<SubmissionWithdrawn>
    {
        public Task Handle(SubmissionWithdrawn notification, CancellationToken cancellationToken) => throw new InvalidOperationException("cut");
    }
}
