using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Erase;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;
using OurVoice.Intake.Sweeps;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Intake.Sweeps;

public sealed class SweepWithdrawnTests
{
    private static readonly DateOnly Day = new(2026, 3, 10);

    [Fact]
    public async Task A_withdrawal_is_erased_after_its_thirtieth_day_with_its_key_and_its_box()
    {
        var time = FakeTime.At(2026, 3, 10, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        var id = await SendAsync(host, time);
        await WithdrawnOnAsync(host, Day);
        time.Advance(TimeSpan.FromDays(30));
        await host.SweepAsync<SweepWithdrawn>();
        Assert.Null(Assert.Single(await host.SubmissionsAsync()).ErasedOn);
        time.Advance(TimeSpan.FromDays(1));
        await host.SweepAsync<SweepWithdrawn>();
        await host.SweepAsync<SweepErased>();

        Assert.True(Assert.Single(await host.SubmissionsAsync()).IsGone);
        Assert.Null(await host.Services.GetRequiredService<ICaseKeys>().FindAsync(id, CancellationToken.None));
        Assert.Null(await host.Services.GetRequiredService<ISubmissionReader>().ReadAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_taken_back_or_withdrawn_anew_since_the_sweep_looked_is_not_erased()
    {
        var time = FakeTime.At(2026, 3, 10, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        var id = await SendAsync(host, time);
        time.Advance(TimeSpan.FromDays(31));
        Assert.False(await EraseAsync(host, time, id));
        await WithdrawnOnAsync(host, Day.AddDays(1));
        Assert.False(await EraseAsync(host, time, id));
        Assert.Null(Assert.Single(await host.SubmissionsAsync()).ErasedOn);
        await WithdrawnOnAsync(host, Day);
        Assert.True(await EraseAsync(host, time, id));
    }

    private static async Task<Guid> SendAsync(TestHost host, FakeTime time)
    {
        var outgoing = Outgoings.Support();
        await host.Services.GetRequiredService<Sending>().SendAsync(Actor.Citizen(time, Lang.Km), outgoing, CancellationToken.None);
        return outgoing.Id;
    }

    private static async Task WithdrawnOnAsync(TestHost host, DateOnly day)
    {
        await using var db = host.Read();
        await db.Set<Submission>().ExecuteUpdateAsync(s => s.SetProperty(x => x.WithdrawnOn, day));
    }

    private static Task<bool> EraseAsync(TestHost host, FakeTime time, Guid id)
    {
        var actor = Actor.System(time);
        return host.Services.GetRequiredService<IRunner>().RunAsync<EraseSubmission, bool>(
            actor, a => a.EraseAsync(actor, id, CancellationToken.None), CancellationToken.None);
    }
}
