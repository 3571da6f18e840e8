using System.Collections.Concurrent;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Accounts;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Audit;

namespace OurVoice.Tests.Places;

/// <summary>A host with the government's administrator, and somebody who listens to changes of the calendar and can fail.</summary>
internal sealed class CalendarWorld : IAsyncDisposable
{
    private CalendarWorld(TestHost host) => Host = host;

    public TestHost Host { get; }

    public Actor Admin { get; private set; } = default!;

    /// <summary>What was published by acts that were committed.</summary>
    public List<CalendarChanged> Changes => [.. Host.Services.GetRequiredService<Heard>().Committed];

    public bool Fails
    {
        set => Host.Services.GetRequiredService<Heard>().Fails = value;
    }

    public static async Task<CalendarWorld> StartAsync(string provider = "Sqlite")
    {
        var host = await TestHost.CreateAsync(provider);
        host.Replace = services => services.AddSingleton<Heard>().AddScoped<INotificationHandler<CalendarChanged>, Listener>();
        var world = new CalendarWorld(host);
        world.Admin = await world.JoinAsync(Staff.Admin, Side.Government, OfficeIds.Ministry, MemberRole.Administrator);
        return world;
    }

    public async Task<Actor> JoinAsync(string email, Side side, Guid office, MemberRole role) =>
        Actor.Officer(Host.Time, await new Staff(Host).AddAsync(email, side, office, role), office, Lang.En);

    /// <summary>What the audit of the government's side has of it: the one office, and the reason.</summary>
    public async Task<List<(Guid? Office, string? Reason)>> NotesAsync()
    {
        await using var db = Host.Read();
        var rows = await db.Set<GovernmentAuditRow>().Where(r => r.Act == AuditAct.CalendarChanged && r.AccountId == Admin.AccountId).OrderBy(r => r.Sequence).ToListAsync();
        return [.. rows.Select(r => (r.DetailId, r.Reason))];
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private sealed class Heard
    {
        public ConcurrentQueue<CalendarChanged> Committed { get; } = new();

        public bool Fails { get; set; }
    }

    private sealed class Listener(OurVoiceDb db, Heard heard) : INotificationHandler<CalendarChanged>
    {
        public Task Handle(CalendarChanged notification, CancellationToken cancellationToken)
        {
            if (heard.Fails)
            {
                throw new InvalidOperationException("The listener fails.");
            }

            db.SavedChanges += (_, _) => heard.Committed.Enqueue(notification);
            return Task.CompletedTask;
        }
    }
}
