using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Accounts;
using OurVoice.Tests.Hosting;
using OurVoice.Web;
using OurVoice.Web.Audit;
using OurVoice.Web.Jobs;
using OurVoice.Web.Jobs.ShowJobs;

namespace OurVoice.Tests.Jobs;

/// <summary>What an administrator sees of the jobs, and the button.</summary>
public sealed class JobPageTests : IAsyncLifetime
{
    private readonly FakeTime _time = new(DateTimeOffset.UtcNow);
    private TestHost _host = default!;
    private Staff _staff = default!;

    private Sweeping Sweeping => _host.Services.GetRequiredService<Sweeping>();

    public async Task InitializeAsync()
    {
        _host = await TestHost.CreateAsync();
        _host.Time = _time;
        _staff = await Staff.InAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Each_side_sees_its_own_jobs()
    {
        foreach (var sweep in Sweeping.All)
        {
            await Sweeping.RunAsync(sweep.Name, default);
        }

        var (government, ti) = (await TextAsync(Staff.Admin), await TextAsync(Staff.TiAdmin));
        Assert.Contains("Due dates, warnings and climbing", government, StringComparison.Ordinal);
        Assert.DoesNotContain("TI’s", government, StringComparison.Ordinal);
        Assert.Contains("Due dates and warnings of TI’s cases", ti, StringComparison.Ordinal);
        Assert.DoesNotContain("climbing", ti, StringComparison.Ordinal);
        Assert.Equal(Sweeping.All.Count, (await LinesAsync(Side.Government)).Count + (await LinesAsync(Side.Ti)).Count);
        Assert.All(await LinesAsync(Side.Government), l => Assert.Equal((_time.GetUtcNow().UtcDateTime, 0), (l.LastGood, l.Failures)));
    }

    [Fact]
    public async Task Failures_since_the_last_good_run_are_counted_and_a_run_whose_process_died_is_one()
    {
        var now = _time.GetUtcNow().UtcDateTime;
        await using (var db = _host.Read())
        {
            db.AddRange(
                Run(now.AddHours(-9), JobState.Failed, "TooEarly"), Run(now.AddHours(-8), JobState.Good, null, TimeSpan.FromSeconds(40)), Run(now.AddHours(-7), JobState.Failed, "Old"),
                Run(now.AddHours(-6), JobState.Running), Run(now.AddHours(-5), JobState.Failed, "TimeoutException"), Run(now.AddHours(-4), JobState.Running));
            await db.SaveChangesAsync();
        }

        var line = (await LinesAsync(Side.Government)).Single(l => l.Name == "ladder");
        Assert.Equal((now.AddHours(-8), Took.Minute, now.AddHours(-4), 3, "TimeoutException"), (line.LastGood, line.Took!.Value, line.RunningSince, line.Failures, line.Fault));
        Assert.Contains("3: TimeoutException", await TextAsync(Staff.Admin), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_called_twice_is_called_once_and_stands_in_the_audit()
    {
        var actor = await ActorAsync();
        var both = await Task.WhenAll(CallAsync(actor), CallAsync(actor));
        Assert.Equal([false, true], both.Order());
        Assert.False(await CallAsync(actor));
        Assert.True(await CallAsync(actor with { At = actor.At.AddMinutes(2) }));
        await using var db = _host.Read();
        Assert.Equal(
            [(AuditAct.JobCalled, "ladder", actor.AccountId!.Value), (AuditAct.JobCalled, "ladder", actor.AccountId!.Value)],
            (await db.Set<GovernmentAuditRow>().ToListAsync()).Select(r => (r.Act, r.Reason!, r.AccountId)));
        Assert.Empty(await db.Set<TiAuditRow>().ToListAsync());
    }

    [Fact]
    public async Task A_job_of_the_other_side_or_of_no_name_is_not_found()
    {
        var actor = await ActorAsync();
        foreach (var name in new[] { "ladder-ti", "nothing", null })
        {
            var broken = await Assert.ThrowsAsync<RuleBroken>(() => _host.Runner.RunAsync<CallJob, bool>(actor, a => a.ExecuteAsync(name, Side.Government, actor, default), default));
            Assert.Equal("NotFound", broken.Rule);
        }
    }

    [Fact]
    public async Task Where_no_jobs_run_the_page_says_so_and_has_no_button()
    {
        using var client = new DeskClient(_host);
        await client.SignInAsync(Staff.Admin);
        Assert.Null((await client.GetAsync("/desk/jobs")).Page.QuerySelector("button[name=Job]"));
        var answer = await client.PostAsync("/desk/jobs", "call", ("Job", "ladder"));
        Assert.Contains("runs no jobs", answer.Error, StringComparison.Ordinal);
        await using var db = _host.Read();
        Assert.Empty(await db.Set<GovernmentAuditRow>().ToListAsync());
    }

    [Fact]
    public async Task What_was_called_is_named_with_a_link_to_look_again_and_another_sides_job_is_not()
    {
        using var client = new DeskClient(_host);
        await client.SignInAsync(Staff.Admin);
        var page = (await client.GetAsync("/desk/jobs?asked=ladder")).Page;
        Assert.Contains("“Due dates, warnings and climbing” starts in a moment", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/desk/jobs?asked=ladder", page.QuerySelector("[role=status] a")!.GetAttribute("href"));
        Assert.Null((await client.GetAsync("/desk/jobs?asked=ladder-ti")).Page.QuerySelector("[role=status]"));
    }

    [Fact]
    public void Every_job_has_its_words()
    {
        var words = _host.Services.GetRequiredService<IStringLocalizer<JobsText>>();
        Assert.DoesNotContain(Sweeping.All, s => words["Job_" + s.Name.Replace('-', '_')].ResourceNotFound);
    }

    [Fact]
    public async Task Health_of_the_jobs_is_bad_once_either_sides_ladder_or_outbox_has_not_run_for_ten_minutes_and_readiness_stays()
    {
        string[] watched = ["ladder", "ladder-ti", "outbox", "outbox-ti"];
        await Assert503Async("ladder: failed\noutbox: failed");
        foreach (var late in watched)
        {
            await RunAsync([.. watched]);
            Assert.Equal((HttpStatusCode.OK, "ladder: ok\noutbox: ok"), await HealthAsync("/health/jobs"));
            _time.Advance(TimeSpan.FromMinutes(9));
            await RunAsync([.. watched.Where(w => w != late)]);
            _time.Advance(TimeSpan.FromMinutes(2));
            var (ladder, outbox) = late.StartsWith("ladder", StringComparison.Ordinal) ? ("failed", "ok") : ("ok", "failed");
            await Assert503Async($"ladder: {ladder}\noutbox: {outbox}");
        }

        Assert.Equal(HttpStatusCode.OK, (await HealthAsync("/health/ready")).Status);
    }

    private static JobRun Run(DateTime at, JobState state, string? fault = null, TimeSpan took = default) => new()
    {
        Id = Guid.NewGuid(), Name = "ladder", Node = "here", StartedAt = at, EndedAt = state == JobState.Running ? null : at + took, State = state, Fault = fault,
    };

    private async Task Assert503Async(string text) => Assert.Equal((HttpStatusCode.ServiceUnavailable, text), await HealthAsync("/health/jobs"));

    private async Task<(HttpStatusCode Status, string Text)> HealthAsync(string address)
    {
        using var phone = _host.Phone();
        using var answer = await phone.GetAsync(address);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task RunAsync(string[] names)
    {
        foreach (var name in names)
        {
            await Sweeping.RunAsync(name, default);
        }
    }

    private Task<IReadOnlyList<JobLine>> LinesAsync(Side side) => _host.Services.GetRequiredService<JobList>().ReadAsync(side, default);

    private async Task<Actor> ActorAsync() => Actor.Officer(_time, (await _staff.ReadAsync(Staff.Admin)).Id, officeId: null, Lang.En);

    private Task<bool> CallAsync(Actor actor) => _host.Runner.RunAsync<CallJob, bool>(actor, a => a.ExecuteAsync("ladder", Side.Government, actor, default), default);

    private async Task<string> TextAsync(string email)
    {
        using var client = new DeskClient(_host);
        await client.SignInAsync(email);
        return (await client.GetAsync("/desk/jobs")).Text;
    }
}
