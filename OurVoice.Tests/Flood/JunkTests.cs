using OurVoice.Bench.Junk;
using Xunit.Abstractions;

namespace OurVoice.Tests.Flood;

/// <summary>The reduced size of <c>scripts/bench junk</c>, which sends 1,000 a minute for two minutes.</summary>
public sealed class JunkTests(ITestOutputHelper output)
{
    private const int PerMinute = 600;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task A_citizen_gets_through_a_flood_and_the_junk_lies_folded()
    {
        var outcome = await JunkRun.WholeAsync(Path.Combine(AppContext.BaseDirectory, "OurVoice.Web.dll"), PerMinute, Span, default);
        output.WriteLine(outcome.Summary);
        Assert.Empty(outcome.Wrong);
        Assert.True(outcome.Folded > outcome.Sent / 2, outcome.Summary);
    }
}
