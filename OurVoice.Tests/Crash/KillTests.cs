using OurVoice.Bench.Crash;
using OurVoice.Bench.Serving;
using Xunit.Abstractions;

namespace OurVoice.Tests.Crash;

/// <summary>The reduced size of <c>scripts/bench kill</c>, which runs 8 clients through 20 kills.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Clients = 4;
    private const int Kills = 4;

    [Fact]
    public async Task Every_receipt_that_was_shown_outlives_kills_of_the_server()
    {
        var outcome = await KillRun.WholeAsync(Path.Combine(AppContext.BaseDirectory, "OurVoice.Web.dll"), Clients, Kills, default);
        output.WriteLine(outcome.Summary);
        Assert.Empty(outcome.Wrong);
        Assert.True(outcome.Receipts >= Kills, outcome.Summary);
    }
}
