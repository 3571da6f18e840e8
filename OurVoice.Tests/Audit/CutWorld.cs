using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Audit;
using OurVoice.Web.Audit.Cut;

namespace OurVoice.Tests.Audit;

/// <summary>On each side three rows of January 2026, which a head saw, and three of February, which another saw; it is 9 February 2036.</summary>
internal sealed class CutWorld : IAsyncDisposable
{
    private CutWorld(AuditWorld audit, FakeTime time) => (Audit, Time) = (audit, time);

    public AuditWorld Audit { get; }

    public FakeTime Time { get; }

    public CutTools Tools => Audit.Host.Services.GetRequiredService<CutTools>();

    public static async Task<CutWorld> StartAsync(string provider = "Sqlite", Action<CutWorld>? between = null)
    {
        var time = FakeTime.At(2026, 1, 15, 9);
        var world = new CutWorld(await AuditWorld.StartAsync(provider, time), time);
        await world.OpenAsync();
        between?.Invoke(world);
        time.MoveTo(FakeTime.At(2026, 2, 3, 9).GetUtcNow());
        await world.OpenAsync();
        time.MoveTo(FakeTime.At(2036, 2, 9, 9).GetUtcNow());
        return world;
    }

    public Task<SweepCount> CutAsync(CutTools? tools = null) =>
        new GovernmentCutSweep(tools ?? Tools, NullLogger<GovernmentCutSweep>.Instance).RunAsync(default);

    public Task<SweepCount> CutTiAsync() => new TiCutSweep(Tools, NullLogger<TiCutSweep>.Instance).RunAsync(default);

    public async Task<string> NumbersAsync() => string.Join(' ', (await Audit.RowsAsync()).Select(r => r.Sequence + (r.Act == AuditAct.AuditCut ? "c" : "")));

    public async Task<string> TiNumbersAsync()
    {
        await using var db = Audit.Host.Read();
        return string.Join(' ', await db.Set<TiAuditRow>().OrderBy(r => r.Sequence).Select(r => r.Sequence).ToListAsync());
    }

    public Task<string[]> LinesAsync() => File.ReadAllLinesAsync(Audit.HeadPath(Side.Government));

    public async Task IsWholeAsync()
    {
        var (exit, said) = await Audit.VerifyAsync("gov");
        Assert.True(exit == 0, said);
    }

    public async Task IsFoundAsync()
    {
        var (exit, said) = await Audit.VerifyAsync("gov");
        Assert.True(exit == 1, said);
        Assert.Contains("gov: NOT whole.", said, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => Audit.DisposeAsync();

    private async Task OpenAsync()
    {
        await Audit.OpenAsync(Audit.Dara, 3);
        await Audit.OpenAsync(Audit.Sophea, 3);
        await Audit.HeadAsync();
    }
}
