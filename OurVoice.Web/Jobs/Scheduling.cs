using OurVoice.Contracts.Host;
using OurVoice.Web.Jobs.ShowJobs;
using OurVoice.Web.Settings;
using Quartz;

namespace OurVoice.Web.Jobs;

/// <summary>One Quartz job per sweep, in memory: a sweep may run on any number of nodes, so the store need not be shared.</summary>
internal static class Scheduling
{
    public static IServiceCollection AddJobs(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton<Sweeping>();
        services.AddAction<NoteRun<JobRun>>();
        services.AddAction<NoteRun<TiJobRun>>();
        services.AddSingleton<Timetable>();
        services.AddSingleton<JobList>();
        services.AddScoped<RunNow>();
        services.AddAction<CallJob>();
        services.AddDeskLink(new("Jobs_Title", typeof(JobsText), "/desk/jobs", 62, who => who.IsAdministrator));
        if (settings.Jobs)
        {
            services.AddQuartz(q => q.ConfigureScheduler(o => o.InstanceName = "ourvoice"));
            services.AddHostedService<ScheduleSweeps>();
            services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        }

        return services;
    }

    private sealed class ScheduleSweeps(ISchedulerFactory schedulers, Sweeping sweeping, TimeProvider time) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            var wait = TimeSpan.FromSeconds(5);
            foreach (var sweep in sweeping.All)
            {
                var job = JobBuilder.Create<SweepJob>().WithIdentity(sweep.Name).Build();
                var trigger = TriggerBuilder.Create().WithIdentity(sweep.Name).StartAt(time.GetUtcNow() + wait)
                    .WithSimpleSchedule(s => s.WithInterval(sweep.Every).RepeatForever()).Build();
                await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
                wait += TimeSpan.FromSeconds(1);
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    [DisallowConcurrentExecution]
    private sealed class SweepJob(Sweeping sweeping) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            await sweeping.RunAsync(context.JobDetail.Key.Name, cancellationToken);
    }
}
