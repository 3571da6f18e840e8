using Quartz;

namespace OurVoice.Web.Jobs;

/// <summary>The scheduler as the desk asks it. On a node whose jobs are turned off there is none.</summary>
/// <param name="schedulers">Null on such a node.</param>
internal sealed class Timetable(ISchedulerFactory? schedulers = null)
{
    // A pressed button is a trigger of this group: one that is pressed again before it fired is the same trigger.
    private const string Pressed = "pressed";

    public bool IsHere => schedulers is not null;

    /// <summary>When the job runs next, UTC; null when this node does not know.</summary>
    public async Task<DateTime?> NextAsync(string name, CancellationToken cancel)
    {
        if (schedulers is null)
        {
            return null;
        }

        var scheduler = await schedulers.GetScheduler(cancel);
        return (await scheduler.GetTrigger(new TriggerKey(name), cancel))?.NextFireTimeUtc?.UtcDateTime;
    }

    /// <summary>Starts the job on one node as soon as it is not running any more.</summary>
    public async Task RunNowAsync(string name, CancellationToken cancel)
    {
        var scheduler = await (schedulers ?? throw new InvalidOperationException("No jobs run here.")).GetScheduler(cancel);
        var trigger = TriggerBuilder.Create().WithIdentity(name, Pressed).ForJob(name).StartNow().Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, cancel);
    }
}
