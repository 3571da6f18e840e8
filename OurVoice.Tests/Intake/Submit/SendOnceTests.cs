using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MediatR;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Sweeps;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Intake.Submit;

public sealed class SendOnceTests
{
    private static readonly string[] Phones = ["one", "two", "three", "four"];

    [Theory, EveryDatabase]
    public async Task Sending_again_by_reload_or_from_two_tabs_at_once_gives_one_case_and_one_code(string provider)
    {
        await using var host = await IntakeHost.StartAsync(provider, time: null);
        using var citizen = await new Visitor(host).ToStatisticsAsync("en", "complaint");
        var (body, address) = citizen.Prepare("next");
        var pages = await Task.WhenAll(Phones.Select(async _ => await new Visitor(host).AgainAsync(body, address)));
        await citizen.AgainAsync(body, address);

        var codes = pages.Append(citizen).Select(p => p.Page.QuerySelector(".code")!.TextContent).Distinct();
        Assert.Single(codes);
        Assert.Single(await host.SubmissionsAsync());
    }

    [Fact]
    public async Task After_I_have_kept_it_the_code_is_shown_no_more()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).ToStatisticsAsync("en", "complaint");
        var (body, address) = citizen.Prepare("next");
        await citizen.NextAsync();
        var digits = citizen.Page.QuerySelector(".code")!.TextContent;
        await citizen.PressAsync("kept");
        Assert.DoesNotContain(digits, citizen.Html);
        await citizen.AgainAsync(body, address);
        Assert.Equal("This was already received", citizen.Heading);
        Assert.DoesNotContain(digits, citizen.Html);
        Assert.Single(await host.SubmissionsAsync());
    }

    [Fact]
    public async Task After_a_day_a_sent_draft_says_already_received_and_an_unsent_one_asks_again()
    {
        var time = FakeTime.At(2026, 3, 10, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        using var sent = await new Visitor(host).ToStatisticsAsync("en", "support");
        using var unsent = await new Visitor(host).ToStatisticsAsync("en", "support");
        var (body, address) = sent.Prepare("next");
        await sent.NextAsync();
        time.Advance(TimeSpan.FromHours(24.5));
        await sent.AgainAsync(body, address);
        Assert.Equal("This was already received", sent.Heading);
        await unsent.NextAsync(("sex", "Woman"));
        Assert.Contains("open too long", unsent.Text);
        Assert.True(unsent.Page.QuerySelector("input[value=Woman]")!.HasAttribute("checked"));
        Assert.Single(await host.SubmissionsAsync());
    }

    [Fact]
    public async Task A_sending_that_broke_in_the_middle_leaves_nothing_and_is_finished_by_the_next_try()
    {
        await using var host = await TestHost.CreateAsync();
        var stone = new Stone();
        host.Replace = services => services.AddScoped<INotificationHandler<SubmissionSent>>(_ => stone);
        await host.StartAsync();
        using var citizen = await new Visitor(host).OpenAsync("/en/");
        var sending = host.Services.GetRequiredService<OurVoice.Intake.Submit.Sending>();
        var outgoing = Outgoings.Support();
        var actor = Actor.Citizen(TimeProvider.System, Lang.Km);

        stone.IsThere = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => sending.SendAsync(actor, outgoing, CancellationToken.None));
        Assert.Empty(await host.SubmissionsAsync());
        stone.IsThere = false;
        await sending.SendAsync(actor, outgoing, CancellationToken.None);
        Assert.Equal("ជួយខ្ញុំ", (await host.WordsAsync(Assert.Single(await host.SubmissionsAsync()))).Story);
    }

    [Fact]
    public async Task A_failure_at_Send_says_so_on_the_same_page_and_the_next_press_sends_it_all()
    {
        var stone = new Stone { IsThere = true };
        await using var host = await IntakeHost.StartAsync("Sqlite", time: null, also: s => s.AddScoped<INotificationHandler<SubmissionSent>>(_ => stone));
        using var citizen = await new Visitor(host).ToStatisticsAsync("en", "support", "ជួយខ្ញុំ");
        await citizen.NextAsync(("sex", "Woman"));
        Assert.Equal("Statistics", citizen.Step);
        Assert.Contains("was not sent", citizen.Text);
        Assert.True(citizen.Page.QuerySelector("input[value=Woman]")!.HasAttribute("checked"));
        Assert.Empty(await host.SubmissionsAsync());
        stone.IsThere = false;
        await citizen.NextAsync();
        Assert.Equal("Receipt", citizen.Step);
        Assert.Equal("ជួយខ្ញុំ", (await host.WordsAsync(Assert.Single(await host.SubmissionsAsync()))).Story);
    }

    [Fact]
    public async Task A_key_whose_case_never_came_is_swept_after_the_drafts_life_and_no_other()
    {
        var time = FakeTime.At(2026, 3, 10, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        var keys = host.Services.GetRequiredService<ICaseKeys>();
        var lost = Guid.NewGuid();
        (await keys.CreateAsync(lost, Side.Government, CancellationToken.None)).Dispose();
        var outgoing = Outgoings.Support();
        await host.Services.GetRequiredService<OurVoice.Intake.Submit.Sending>().SendAsync(Actor.Citizen(time, Lang.Km), outgoing, CancellationToken.None);
        await host.SweepAsync<SweepKeys>();
        Assert.NotNull(await keys.FindAsync(lost, CancellationToken.None));
        time.Advance(TimeSpan.FromDays(3));
        await host.SweepAsync<SweepKeys>();
        Assert.Null(await keys.FindAsync(lost, CancellationToken.None));
        Assert.NotNull(await keys.FindAsync(outgoing.Id, CancellationToken.None));
    }

    private sealed class Stone : INotificationHandler<SubmissionSent>
    {
        public bool IsThere { get; set; }

        public Task Handle(SubmissionSent notification, CancellationToken cancellationToken) =>
            IsThere ? throw new InvalidOperationException("A stone on the road.") : Task.CompletedTask;
    }
}
