using OurVoice.Contracts.Host;
using OurVoice.Web.Data;
using OurVoice.Web.Jobs.ShowJobs;
using OurVoice.Web.Settings;
using Quartz;

namespace OurVoice.Web.Jobs;

/// <summary>
/// One Quartz job per sweep. SQLite is for one node, whose schedule is in memory; the nodes of a server database share one in Quartz's own
/// tables, so that each time of a job is one run on one of them. A sweep that ran on two all the same would do no harm.
/// </summary>
internal static class Scheduling
{
    public static IServiceCollection AddJobs(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton<Sweeping>();
        services.AddSingleton<IHostVerb, RunJobVerb>();
        services.AddAction<NoteRun<JobRun>>();
        services.AddAction<NoteRun<TiJobRun>>();
        services.AddSingleton<Timetable>();
        services.AddSingleton<JobList>();
        services.AddScoped<RunNow>();
        services.AddAction<CallJob>();
        services.AddDeskLink(new("Jobs_Title", typeof(JobsText), "/desk/jobs", 62, who => who.IsAdministrator));
        if (settings.Jobs)
        {
            services.AddQuartz(q => Configure(q, settings));
            services.AddHostedService<ScheduleSweeps>();
            services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        }

        return services;
    }

    private static void Configure(IQuartzBuilder quartz, HostSettings settings)
    {
        quartz.ConfigureScheduler(o => o.InstanceName = "ourvoice");
        if (settings.Provider == Provider.Sqlite)
        {
            return;
        }

        quartz.UsePersistentStore(store =>
        {
            _ = settings.Provider == Provider.Postgres ? store.UsePostgres(settings.ConnectionString) : store.UseSqlServer(settings.ConnectionString);
            store.ProvisionSchema();
            store.UseClustering();
        });
    }

    private sealed class ScheduleSweeps(ISchedulerFactory schedulers, Sweeping sweeping, TimeProvider time) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);

            // A job that could not even be made (an old version on one node) would stand still for ever.
            await scheduler.ResetTriggersFromErrorState(GroupMatcher<TriggerKey>.AnyGroup(), cancellationToken);
            var wait = TimeSpan.FromSeconds(5);
            foreach (var sweep in sweeping.All)
            {
                await ScheduleAsync(scheduler, sweep, time.GetUtcNow() + wait, cancellationToken);
                wait += TimeSpan.FromSeconds(1);
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        // What another node has scheduled already stays as it is, unless this version runs it at other intervals.
        private static async Task ScheduleAsync(IScheduler scheduler, ISweep sweep, DateTimeOffset start, CancellationToken cancel)
        {
            var key = new TriggerKey(sweep.Name);
            if (await scheduler.GetTrigger(key, cancel) is ISimpleTrigger known && known.RepeatInterval == sweep.Every)
            {
                return;
            }

            // After an outage it runs once at once, and not for each time that was missed.
            var trigger = TriggerBuilder.Create().WithIdentity(key).StartAt(start)
                .WithSimpleSchedule(s => s.WithInterval(sweep.Every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
            await scheduler.ScheduleJob(JobBuilder.Create<SweepJob>().WithIdentity(sweep.Name).Build(), trigger, ScheduleJobOptions.Replacing, cancel);
        }
    }

    [DisallowConcurrentExecution]
    private sealed class SweepJob(Sweeping sweeping) : IJob
    {
        // A name that this version does not know is another version's; a node that runs that one works it.
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var name = context.JobDetail.Key.Name;
            if (sweeping.All.Any(s => s.Name == name))
            {
                await sweeping.RunAsync(name, cancellationToken);
            }
        }
    }
}
