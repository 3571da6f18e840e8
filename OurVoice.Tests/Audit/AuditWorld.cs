using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Places;
using OurVoice.Web.Audit;
using OurVoice.Web.Audit.Heads;

namespace OurVoice.Tests.Audit;

/// <summary>Dara works for the government, Sophea for TI; both open things.</summary>
internal sealed class AuditWorld : IAsyncDisposable
{
    private AuditWorld(TestHost host, Guid dara, Guid sophea) => (Host, Dara, Sophea) = (host, dara, sophea);

    public TestHost Host { get; }

    public Guid Dara { get; }

    public Guid Sophea { get; }

    public IAudit Audit => Host.Services.GetRequiredService<IAudit>();

    public static async Task<AuditWorld> StartAsync(string provider = "Sqlite", TimeProvider? time = null)
    {
        var host = await TestHost.CreateAsync(provider);
        host.Time = time ?? host.Time;
        return new(host, await PersonAsync(host, Side.Government), await PersonAsync(host, Side.Ti));
    }

    public Actor As(Guid account) => Actor.Officer(Host.Time, account, officeId: null, Lang.Km);

    public async Task OpenAsync(Guid account, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Audit.NoteAsync(new(AuditAct.CaseOpened, As(account), Guid.NewGuid()), default);
        }
    }

    public async Task<SweepCount> HeadAsync()
    {
        var count = default(SweepCount);
        foreach (var sweep in Host.Services.GetServices<ISweep>().Where(s => s.Name.StartsWith("audit-heads", StringComparison.Ordinal)))
        {
            count += await sweep.RunAsync(default);
        }

        return count;
    }

    public Task<(int Exit, string Said)> VerifyAsync(params string[] sides) => Host.CallAsync("audit verify", sides);

    public async Task<List<GovernmentAuditRow>> RowsAsync()
    {
        await using var db = Host.Read();
        return await db.Set<GovernmentAuditRow>().AsNoTracking().OrderBy(r => r.Sequence).ToListAsync();
    }

    public string HeadPath(Side side) => Host.Services.GetRequiredService<HeadFile>().PathOf(side);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static async Task<Guid> PersonAsync(TestHost host, Side side)
    {
        var account = Account.Create(side, $"{side}@example.org", "Test", DateTime.UtcNow);
        await using var db = host.Read();
        db.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    }
}
