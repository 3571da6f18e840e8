using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Cases;
using OurVoice.Cases.Acting;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.AskStatement;
using OurVoice.Cases.Exclude;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Cases.Statements;
using OurVoice.Tests.Intake.Track;
using OurVoice.Tests.Matrix;
using OurVoice.Web.Data;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Acting;

/// <summary>
/// The door of the acts that need a case's key or the names in it: for a case that is denied it does what it does for one that does not exist,
/// in the database and in the key store.
/// </summary>
public sealed class DoorTests
{
    private static readonly MethodInfo Enter = typeof(DoorTests).GetMethod(nameof(EnterAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    // Acts of people that are given a key or names; the sweeps' own fetch theirs for cases that they have found themselves.
    private static IReadOnlyList<Type> Acts { get; } =
    [
        .. typeof(CaseDesk).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IAction))
            && !ActionTable.OfTheSystem.Contains(t.Name) && (Takes(t, typeof(CaseKey)) || Takes(t, typeof(IReadOnlyList<Unlogged>)))),
    ];

    private static IReadOnlyList<Type> OnStatements { get; } = [typeof(AnswerForStatement), typeof(KeepAnswer)];

    [Fact]
    public void Every_act_that_needs_a_key_goes_through_the_door()
    {
        Assert.True(Acts.Count > 15);
        Assert.Equal(OnStatements.Select(t => t.Name), Acts.Select(t => t.Name).Except(CaseActs.All.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var sources = Repository.Files(".razor").Concat(Repository.Files(".cs").Where(f => !f.Contains("OurVoice.Tests", StringComparison.Ordinal))).Select(File.ReadAllText).ToList();
        Assert.DoesNotContain(Acts, a => sources.Exists(s => s.Contains($"unner.RunAsync<{a.Name}>", StringComparison.Ordinal)));
        Assert.DoesNotContain(Repository.Files(".razor"), f => File.ReadAllText(f).Contains(nameof(IAccusedNames), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_is_denied_and_one_that_does_not_exist_cause_the_same_commands()
    {
        var watch = new Watch();
        await using var world = await watch.StartAsync();
        var (dara, lina) = (await world.JoinAsync("សុខ ដារា", CommuneAdministration), await world.JoinAsync("Chea Lina", TransparencyInternational));
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow, MemberRole.Head);
        await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        var own = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration), accused: "លី ម៉ារី");
        Guid[] denied =
        [
            await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration), accused: "លី ម៉ារី"),
            await world.SendAsync(CaseKind.Support, CaseWorld.Office(DistrictOneWindow)),
            await world.SendAsync(CaseKind.Corruption, side: Side.Ti, accused: "លី ម៉ារី"),
        ];
        List<string> wrong = [];
        foreach (var act in Acts.Except(OnStatements))
        {
            var nothing = await watch.SeenAsync(() => TryAsync(world, act, dara, Guid.NewGuid()));
            var told = new List<string> { await watch.SeenAsync(() => TryAsync(world, act, lina, own)) };
            foreach (var one in denied)
            {
                told.Add(await watch.SeenAsync(() => TryAsync(world, act, dara, one)));
            }

            wrong.AddRange(told.Where(t => t != nothing).Select(t => $"{act.Name}: denied {t}, not there {nothing}"));
            wrong.AddRange(nothing.EndsWith("keys 0: NotFound", StringComparison.Ordinal) ? [] : [$"{act.Name}: {nothing}"]);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Contains("keys 1", await watch.SeenAsync(() => TryAsync(world, Acts.Single(a => a.Name == "AddNote"), dara, own)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_is_anothers_and_one_that_does_not_exist_cause_the_same_commands()
    {
        var watch = new Watch();
        await using var world = await watch.StartAsync();
        var judge = await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        var (nurse, dara) = (await world.JoinAsync("ស៊ឹម ចាន់", HealthCentre), await world.JoinAsync("សុខ ដារា", CommuneAdministration));
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        await StatementTests.AskAsync(world, judge, id, HealthCentre);
        var statement = (await StatementTests.ListAsync(world, nurse))[0].Id;
        var (door, answering) = (world.Host.Services.GetRequiredService<StatementDesk>(), world.Host.Services.GetRequiredService<AnswerDesk>());
        Task AnswerAsync(Guid who, Guid which) => answering.AnswerAsync(new(which, Guid.NewGuid(), "បាទ។"), world.As(who), default);
        Task TypeAsync(Guid who, Guid which) => answering.KeepAsync(which, "បាទ", world.As(who), default);
        // A refused try is a row of the audit, and the first of a process or an account looks further, whatever it is about.
        await watch.SeenAsync(() => AnswerAsync(dara, Guid.NewGuid()));
        await watch.SeenAsync(() => AnswerAsync(judge, Guid.NewGuid()));
        var nothing = await watch.SeenAsync(() => AnswerAsync(dara, Guid.NewGuid()));
        Assert.Equal(nothing, await watch.SeenAsync(() => AnswerAsync(dara, statement)));
        Assert.Equal([nothing, nothing], [await watch.SeenAsync(() => TypeAsync(dara, Guid.NewGuid())), await watch.SeenAsync(() => TypeAsync(dara, statement))]);
        Assert.EndsWith("keys 0: NotFound", nothing, StringComparison.Ordinal);

        // Whoever holds the case behind it does not answer it, and whoever answers reads no case.
        Assert.Equal(nothing, await watch.SeenAsync(() => AnswerAsync(judge, statement)));
        var (asks, unknown) = (AskForm(id), AskForm(Guid.NewGuid()));
        Assert.Equal(
            await watch.SeenAsync(() => door.AskAsync(unknown, isConfirmed: false, world.As(nurse), default)),
            await watch.SeenAsync(() => door.AskAsync(asks, isConfirmed: false, world.As(nurse), default)));
        // Its own key, and that of the case to which it is passed on.
        Assert.EndsWith("keys 2: done", await watch.SeenAsync(() => AnswerAsync(nurse, statement)), StringComparison.Ordinal);
    }

    private static AskStatementForm AskForm(Guid id) => new(id, Guid.NewGuid(), 1, CaseWorld.Office(CommuneAdministration), WhenExcluded.AskCitizen, "តើយ៉ាងណា?");

    private static bool Takes(Type action, Type what) =>
        action.GetMethods(BindingFlags.Instance | BindingFlags.Public).Any(m => m.Name == "ExecuteAsync" && m.GetParameters().Any(p => p.ParameterType == what));

    private static Task TryAsync(CaseWorld world, Type act, Guid account, Guid id) =>
        (Task)Enter.MakeGenericMethod(act).Invoke(null, [world, new Trial(id, 1, default!, world.As(account)), CaseActs.All[act.Name]])!;

    private static Task EnterAsync<TAction>(CaseWorld world, Trial trial, Func<Trial, Task> act)
        where TAction : class, IAction => Takes(typeof(TAction), typeof(IReadOnlyList<Unlogged>))
        ? world.Desk.RunAsync<TAction>(trial.CaseId, trial.Actor, (a, key, _) => act(trial with { Key = key, Scope = new Only(a) }), default)
        : world.Desk.RunAsync<TAction>(trial.CaseId, trial.Actor, (a, key) => act(trial with { Key = key, Scope = new Only(a) }), default);

    /// <summary>Gives out the one action that the door made.</summary>
    private sealed class Only(object action) : IServiceProvider
    {
        public object GetService(Type serviceType) => action;
    }

    /// <summary>Counts what is sent to the database and asked of the key store.</summary>
    private sealed class Watch
    {
        private readonly Commands _commands = new();
        private int _keys;

        public async Task<CaseWorld> StartAsync() => await CaseWorld.StartAsync(also: services =>
        {
            services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(_commands));
            var store = services.Single(d => d.ServiceType == typeof(ICaseKeys)).ImplementationType!;
            services.Replace(ServiceDescriptor.Singleton<ICaseKeys>(sp => new Counted((ICaseKeys)ActivatorUtilities.CreateInstance(sp, store), () => _keys++)));
        });

        /// <summary>How many commands and looks for a key, and how it ended.</summary>
        public async Task<string> SeenAsync(Func<Task> act)
        {
            var (ended, keys) = ("done", _keys);
            var commands = await _commands.InAsync(async () =>
            {
                try
                {
                    await act();
                }
                catch (RuleBroken broken)
                {
                    ended = broken.Rule;
                }
            });
            return $"commands {commands}, keys {_keys - keys}: {ended}";
        }
    }

    private sealed class Counted(ICaseKeys keys, Action count) : ICaseKeys
    {
        public Task<CaseKey?> FindAsync(Guid caseId, CancellationToken cancel)
        {
            count();
            return keys.FindAsync(caseId, cancel);
        }

        public Task<CaseKey?> FindIdentityAsync(Guid caseId, CancellationToken cancel)
        {
            count();
            return keys.FindIdentityAsync(caseId, cancel);
        }

        public Task<CaseKey> CreateAsync(Guid caseId, Side side, CancellationToken cancel) => keys.CreateAsync(caseId, side, cancel);

        public Task<bool> ChangeSideAsync(Guid caseId, Side to, CancellationToken cancel) => keys.ChangeSideAsync(caseId, to, cancel);

        public Task DeleteAsync(Guid caseId, CancellationToken cancel) => keys.DeleteAsync(caseId, cancel);

        public Task DeleteIdentityAsync(Guid caseId, CancellationToken cancel) => keys.DeleteIdentityAsync(caseId, cancel);

        public Task<IReadOnlyList<CaseKeyMade>> ListAsync(DateTime madeBefore, CaseKeyMade? after, int count, CancellationToken cancel) => keys.ListAsync(madeBefore, after, count, cancel);
    }
}
