using MediatR;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Web.Jobs;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Ladder;

/// <summary>A case that fails is left alone for longer and longer, counted, and listed to whoever may read it; the others go on.</summary>
public sealed class QuarantineTests
{
    [Theory, EveryDatabase]
    public async Task Five_failures_in_a_row_set_a_case_aside_for_a_day_and_a_success_takes_it_back(string provider)
    {
        var poison = new Poison();
        await using var world = await CaseWorld.StartAsync(provider, also: s => s.AddSingleton<INotificationHandler<CaseMovedUp>>(poison));
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var stranger = await world.JoinAsync("ហេង សុភាព", DistrictOneWindow, MemberRole.Head);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        for (var failures = 1; failures <= SetAside.MostFailures; failures++)
        {
            Assert.Equal(0, await CountAsync(world, Side.Government));
            Assert.Equal(new SweepCount(0, 1), await world.SweepAsync());
            Assert.Equal(failures, (await world.CaseAsync(id)).Failures);
            Assert.Equal(default, await world.SweepAsync());
            world.Time.Advance(SetAside.For);
        }

        // After an hour it was tried again each time; now it waits a day.
        Assert.Equal(default, await world.SweepAsync());
        Assert.Equal((1, 0), (await CountAsync(world, Side.Government), await CountAsync(world, Side.Ti)));
        Assert.Equal([id], await AsideAsync(world, dara));
        Assert.Empty(await AsideAsync(world, stranger));
        poison.IsDeadly = false;
        world.Time.Advance(SetAside.LongFor - SetAside.For);
        Assert.Equal(new SweepCount(1, 0), await world.SweepAsync());
        Assert.Equal((1, 0, 0), ((await world.CaseAsync(id)).Level, (await world.CaseAsync(id)).Failures, await CountAsync(world, Side.Government)));
    }

    [Fact]
    public async Task A_sweep_takes_more_than_one_turn_and_goes_round_the_poisoned_case()
    {
        var poison = new Poison();
        await using var world = await CaseWorld.StartAsync(also: s => s.AddSingleton<INotificationHandler<CaseMovedUp>>(poison));
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        poison.Only = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        for (var i = 0; i < ClaimDueCases.Turn; i++)
        {
            await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        }

        world.MoveTo((await world.CaseAsync(poison.Only)).DueAt!.Value);
        Assert.Equal(new SweepCount(ClaimDueCases.Turn, 1), await world.SweepAsync());
        Assert.Equal(ClaimDueCases.Turn, (await world.RowsAsync<Case>(c => c.Level == 1)).Count);
    }

    [Fact]
    public async Task The_job_does_not_switch_itself_off_when_it_throws()
    {
        var poison = new Poison();
        await using var world = await CaseWorld.StartAsync(
            also: s => s.AddSingleton<INotificationHandler<CaseMovedUp>>(poison).AddSingleton<IAccusedNames>(poison));
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        var sweeping = world.Host.Services.GetRequiredService<Sweeping>();
        poison.IsDown = true;
        Assert.Equal(1, (await sweeping.RunAsync("ladder", default)).Failed);
        world.Time.Advance(SetAside.For);
        Assert.Equal(1, (await sweeping.RunAsync("ladder", default)).Failed); // the other poison
        poison.IsDown = poison.IsDeadly = false;
        world.Time.Advance(SetAside.For);
        Assert.Equal(1, (await sweeping.RunAsync("ladder", default)).Done);
        Assert.Equal(1, (await world.CaseAsync(id)).Level);
    }

    private static Task<int> CountAsync(CaseWorld world, Side side) => world.Host.Services.GetRequiredService<ICasesSetAside>().CountAsync(side, default);

    private static async Task<Guid[]> AsideAsync(CaseWorld world, Guid account)
    {
        var filter = new WorklistFilter { State = WorklistFilter.Aside };
        return [.. (await world.Host.Services.GetRequiredService<WorklistReader>().ReadAsync(filter, world.As(account), default)).Rows.Select(r => r.CaseId)];
    }

    private sealed class Poison : INotificationHandler<CaseMovedUp>, IAccusedNames
    {
        public bool IsDeadly { get; set; } = true;

        public bool IsDown { get; set; }

        /// <summary>Empty: every case.</summary>
        public Guid Only { get; set; }

        public Task Handle(CaseMovedUp notification, CancellationToken cancellationToken) =>
            IsDeadly && (Only == Guid.Empty || Only == notification.CaseId) ? throw new InvalidOperationException("poison") : Task.CompletedTask;

        public Task<IReadOnlyList<Unlogged>> OfAsync(Guid caseId, CancellationToken cancel) =>
            IsDown ? throw new InvalidOperationException("the key store is away") : Task.FromResult<IReadOnlyList<Unlogged>>([]);
    }
}
