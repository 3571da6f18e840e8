using OurVoice.Web.Running;

namespace OurVoice.Tests.Running;

public sealed class SqliteWriteGateTests
{
    [Fact]
    public async Task Enter_OfficersWait_ACitizenWhoComesLaterGoesFirst()
    {
        var gate = new SqliteWriteGate();
        var order = new List<string>();
        var first = await gate.EnterAsync(isCitizen: false, default);
        var officer = EnterAsync(gate, false, "officer", order);
        var sweep = EnterAsync(gate, false, "sweep", order);
        var citizen = EnterAsync(gate, true, "citizen", order);
        first.Dispose();
        await Task.WhenAll(officer, sweep, citizen);
        Assert.Equal(["citizen", "officer", "sweep"], order);
    }

    [Fact]
    public async Task Enter_Cancelled_GivesItsTurnAway()
    {
        var gate = new SqliteWriteGate();
        var first = await gate.EnterAsync(isCitizen: false, default);
        using var stop = new CancellationTokenSource();
        var waiting = gate.EnterAsync(isCitizen: true, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.Dispose();
        first.Dispose();
        using var next = await gate.EnterAsync(isCitizen: false, default);
        Assert.False(gate.EnterAsync(isCitizen: false, default).IsCompleted);
    }

    private static async Task EnterAsync(SqliteWriteGate gate, bool isCitizen, string name, List<string> order)
    {
        using var turn = await gate.EnterAsync(isCitizen, default);
        order.Add(name);
        await Task.Yield();
    }
}
