using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Acting;
using OurVoice.Cases.AddMembership;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Cases;

/// <summary>
/// The real host with offices that get people by story. Battambang is 02, its municipality 0203 with sangkat 020301, the district of
/// Banan 0201 with commune 020101. It is Monday, 1 June 2026, 9:00 in Cambodia until somebody moves the clock.
/// </summary>
internal sealed class CaseWorld : IAsyncDisposable
{
    public const string Commune = "020101";
    public const string District = "0201";
    public const string Province = "02";

    private CaseWorld(TestHost host, FakeTime time) => (Host, Time) = (host, time);

    public TestHost Host { get; }

    public FakeTime Time { get; }

    public DateTime Now => Time.GetUtcNow().UtcDateTime;

    public CaseDesk Desk => Host.Services.GetRequiredService<CaseDesk>();

    public static Guid Office(OfficeKind kind) => OfficeIds.Of(kind, kind switch
    {
        OfficeKind.Ministry or OfficeKind.TransparencyInternational => null,
        >= OfficeKind.ProvincialAdministration => Province,
        >= OfficeKind.DistrictAdministration => District,
        _ => Commune,
    });

    public static async Task<CaseWorld> StartAsync(string provider = "Sqlite", bool demo = true, Action<IServiceCollection>? also = null)
    {
        var time = FakeTime.At(2026, 6, 1, 9);
        var host = await TestHost.CreateAsync(provider);
        host.Time = time;
        host.Replace = services =>
        {
            services.AddAction<Publish>();
            if (demo)
            {
                services.AddSingleton(new SiteSettings(Demo: true, host.Folder));
            }

            also?.Invoke(services);
        };
        return new CaseWorld(host, time);
    }

    /// <summary>A new account with a seat in an office.</summary>
    public async Task<Guid> JoinAsync(string name, OfficeKind kind, MemberRole role = MemberRole.Officer) =>
        await JoinAsync(name, Office(kind), role);

    public async Task<Guid> JoinAsync(string name, Guid officeId, MemberRole role = MemberRole.Officer)
    {
        var account = await AccountAsync(name, officeId == OfficeIds.TransparencyInternational ? Side.Ti : Side.Government);
        await JoinAsync(account, officeId, role);
        return account;
    }

    /// <summary>One more seat.</summary>
    public Task JoinAsync(Guid account, Guid officeId, MemberRole role = MemberRole.Officer)
    {
        var actor = Actor.System(Time);
        var form = new MembershipForm(account, officeId, role);
        return Host.Runner.RunAsync<AddMember>(actor, a => a.ExecuteAsync(form, actor, default), default);
    }

    public async Task<Guid> AccountAsync(string name, Side side)
    {
        await using var db = Host.Read();
        var id = Guid.NewGuid();
        var account = new Account
        {
            Id = id,
            Email = Postman.AddressOf(id),
            Side = side,
            DisplayName = name,
            UserName = $"{Guid.NewGuid():N}@example.org",
            NormalizedUserName = $"{Guid.NewGuid():N}",
            CreatedAt = Now,
        };
        db.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    }

    public async Task<Guid> SendAsync(
        CaseKind kind, Guid? office = null, string place = Commune, Side side = Side.Government, string? accused = null, Channel? told = null, bool confidential = false, AccusedRole? role = null, IReadOnlyList<Guid>? likeness = null)
    {
        var id = Guid.NewGuid();
        using var key = await Host.Services.GetRequiredService<ICaseKeys>().CreateAsync(id, side, default);
        var sealedName = accused is null ? null : key.Seal(AccusedName.At(id), accused);
        var route = new RouteQuestion(kind, place, office, ServiceCode: null, role, accused is null ? null : new Unlogged(accused));
        await PublishAsync(new SubmissionSent(id, side, route, confidential, Lang.Km, told, sealedName, Citizen()) { Likeness = likeness ?? [] });
        return id;
    }

    public void MoveTo(DateTime utc) => Time.MoveTo(new DateTimeOffset(utc));

    public Actor Citizen() => Actor.Citizen(Time, Lang.Km);

    public Actor As(Guid account) => Actor.Officer(Time, account, officeId: null, Lang.Km);

    public Task PublishAsync(INotification happened) => Host.Runner.RunAsync<Publish>(Citizen(), a => a.ExecuteAsync(happened, default), default);

    public Task JudgeAsync(Guid id, Verdict verdict) => PublishAsync(new CitizenJudged(id, verdict, Guid.NewGuid(), Citizen()));

    public Task DoAsync<TAction>(Guid account, Func<TAction, Actor, Task> act)
        where TAction : class, IAction => Host.Runner.RunAsync<TAction>(As(account), a => act(a, As(account)), default);

    public Task WriteAsync<TAction>(Guid account, Guid caseId, Func<TAction, CaseKey, Actor, Task> act)
        where TAction : class, IAction => Desk.RunAsync<TAction>(caseId, As(account), (a, key) => act(a, key, As(account)), default);

    /// <summary>Both ladders, the government's first.</summary>
    public async Task<SweepCount> SweepAsync()
    {
        var count = default(SweepCount);
        foreach (var sweep in Host.Services.GetServices<ISweep>().OfType<SweepCases>())
        {
            count += await sweep.RunAsync(default);
        }

        return count;
    }

    public async Task<Case> CaseAsync(Guid id)
    {
        await using var db = Host.Read();
        return await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id);
    }

    public async Task<int> VersionAsync(Guid id) => (await CaseAsync(id)).Version;

    public async Task<Guid> HolderAsync(Guid id)
    {
        await using var db = Host.Read();
        return (await db.Set<CaseOffice>().SingleAsync(o => o.CaseId == id && o.Part == Part.Holds && o.To == null)).OfficeId;
    }

    public async Task<List<Entry>> EntriesAsync(Guid id)
    {
        await using var db = Host.Read();
        return await db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Sequence).ToListAsync();
    }

    public async Task<List<T>> RowsAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class
    {
        await using var db = Host.Read();
        return await db.Set<T>().AsNoTracking().Where(which).ToListAsync();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>An act of another module, seen from here: it publishes its event inside its transaction.</summary>
    internal sealed class Publish(IMediator mediator) : IAction
    {
        public Task ExecuteAsync(INotification happened, CancellationToken cancel) => mediator.Publish(happened, cancel);
    }
}
