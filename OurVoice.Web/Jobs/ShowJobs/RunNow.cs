using OurVoice.Contracts.Host;

namespace OurVoice.Web.Jobs.ShowJobs;

/// <summary>The button "run now" of an administrator's page.</summary>
internal sealed class RunNow(IDeskActor desk, IRunner runner, Timetable timetable)
{
    /// <exception cref="RuleBroken">Rule_NoJobsHere, and see <see cref="CallJob"/>.</exception>
    public async Task AskAsync(string? name, CancellationToken cancel)
    {
        var who = await desk.FindAsync(cancel) ?? throw RuleBroken.NotFound();
        var actor = await desk.ActorAsync(cancel);
        if (!timetable.IsHere)
        {
            throw new RuleBroken("Rule_NoJobsHere");
        }

        if (await runner.RunAsync<CallJob, bool>(actor, a => a.ExecuteAsync(name, who.Side, actor, cancel), cancel))
        {
            await timetable.RunNowAsync(name!, cancel);
        }
    }
}
