using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Jobs;

namespace OurVoice.Tests.Running;

public sealed class RunnerTests
{
    private static readonly Actor Someone = Actor.System(TimeProvider.System);

    [Theory, EveryDatabase]
    public async Task Run_ActionAndHandlersWrite_OneTransactionKeepsBoth(string provider)
    {
        await using var host = await HostAsync(provider);
        await host.Runner.RunAsync(Someone, (Write write) => write.ExecuteAsync("both", Someone, default), default);
        Assert.Equal(["both", "both-heard"], await NamesAsync(host));
    }

    [Theory, EveryDatabase]
    public async Task Run_HandlerThrows_NothingOfTheActionIsLeft(string provider)
    {
        await using var host = await HostAsync(provider);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => host.Runner.RunAsync(Someone, (Write write) => write.ExecuteAsync(Listener.Poison, Someone, default), default));
        Assert.Empty(await NamesAsync(host));
    }

    [Theory, EveryDatabase]
    public async Task Run_RuleBroken_NothingIsLeftAndItIsNotRepeated(string provider)
    {
        await using var host = await HostAsync(provider);
        var runs = 0;
        var broken = await Assert.ThrowsAsync<RuleBroken>(() => host.Runner.RunAsync(
            Someone,
            async (Write write) =>
            {
                runs++;
                await write.ExecuteAsync("refused", Someone, default);
                throw new RuleBroken("Rule_Test");
            },
            default));
        Assert.Equal("Rule_Test", broken.Rule);
        Assert.Equal(1, runs);
        Assert.Empty(await NamesAsync(host));
    }

    [Theory, EveryDatabase]
    public async Task Run_TransientFault_IsRepeatedInAFreshScope(string provider)
    {
        await using var host = await HostAsync(provider);
        var actions = new List<Write>();
        await host.Runner.RunAsync(
            Someone,
            async (Write write) =>
            {
                actions.Add(write);
                await write.ExecuteAsync("once", Someone, default);
                if (actions.Count < 3)
                {
                    throw new TimeoutException();
                }
            },
            default);
        Assert.Equal(3, actions.Distinct().Count());
        Assert.Equal(["once", "once-heard"], await NamesAsync(host));
    }

    [Theory, EveryDatabase]
    public async Task Run_TwoTakeOneKeyAtOnce_TheSecondSeesTheFirst(string provider)
    {
        await using var host = await HostAsync(provider);
        var id = Guid.NewGuid();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => host.Runner.RunAsync(Someone, (WriteOnce write) => write.ExecuteAsync(id, Someone, default), default))));
        Assert.Single(results, made => made);
        Assert.Single(await NamesAsync(host));
    }

    private static async Task<TestHost> HostAsync(string provider)
    {
        var host = await TestHost.CreateAsync(provider);
        host.Replace = services => services.AddAction<Write>().AddAction<WriteOnce>().AddScoped<INotificationHandler<Written>, Listener>();
        return host;
    }

    private static async Task<List<string>> NamesAsync(TestHost host)
    {
        await using var db = host.Read();
        return await db.Set<JobRun>().OrderBy(r => r.Name).Select(r => r.Name).ToListAsync();
    }

    private sealed record Written(string Name) : INotification;

    private sealed class Write(OurVoiceDb db, IMediator mediator) : IAction
    {
        public async Task ExecuteAsync(string name, Actor actor, CancellationToken cancel)
        {
            db.Add(new JobRun { Id = Guid.NewGuid(), Name = name, StartedAt = actor.At });
            await mediator.Publish(new Written(name), cancel);
        }
    }

    private sealed class WriteOnce(OurVoiceDb db) : IAction
    {
        public async Task<bool> ExecuteAsync(Guid id, Actor actor, CancellationToken cancel)
        {
            if (await db.Set<JobRun>().AnyAsync(r => r.Id == id, cancel))
            {
                return false;
            }

            db.Add(new JobRun { Id = id, Name = "one", StartedAt = actor.At });
            return true;
        }
    }

    private sealed class Listener(OurVoiceDb db) : INotificationHandler<Written>
    {
        public const string Poison = "poison";

        public Task Handle(Written notification, CancellationToken cancellationToken)
        {
            if (notification.Name == Poison)
            {
                throw new InvalidOperationException("The handler failed.");
            }

            db.Add(new JobRun { Id = Guid.NewGuid(), Name = notification.Name + "-heard", StartedAt = Someone.At });
            return Task.CompletedTask;
        }
    }
}
