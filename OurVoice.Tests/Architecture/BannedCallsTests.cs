using System.Text.RegularExpressions;

namespace OurVoice.Tests.Architecture;

/// <summary>What the product's sources must not say.</summary>
public sealed class BannedCallsTests
{
    private static readonly Regex Clock = Pattern(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b|\bStopwatch\.GetTimestamp\b|\bEnvironment\.TickCount");
    private static readonly Regex Blocking = Pattern(@"\bThread\.Sleep\b|\.Result\b(?!\s*=[^=>])|\.GetAwaiter\(\)\.GetResult\(");
    private static readonly Regex RawSql = Pattern(@"\b(?:FromSql|ExecuteSql|SqlQuery)\w*|\bCreateCommand\b|\bCommandText\b|\bGetDbConnection\b");

    [Fact]
    public void Time_comes_from_TimeProvider() => Assert.Empty(Sources.Product.SelectMany(s => s.Find(Clock)));

    [Fact]
    public void Nothing_blocks_a_thread() => Assert.Empty(Sources.Product.SelectMany(s => s.Find(Blocking)));

    [Fact]
    public void Raw_SQL_stays_in_the_host() =>
        Assert.Empty(Sources.Product.Where(s => s.Project != "OurVoice.Web").SelectMany(s => s.Find(RawSql)));

    [Fact]
    public void The_search_reaches_host_modules_and_pages()
    {
        Assert.Superset(
            new HashSet<string> { "OurVoice.Web", Path.Combine("OurVoice.Modules", "Contracts"), Path.Combine("OurVoice.Modules", "Cases") },
            Sources.Product.Select(s => s.Project).ToHashSet());
        Assert.Contains(Sources.Product, s => s.Path.EndsWith(".razor", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("var a = DateTime.UtcNow;", true)]
    [InlineData("var a = DateTimeOffset.Now;", true)]
    [InlineData("    // DateTime.UtcNow would lie", false)]
    [InlineData("var a = time.GetUtcNow();", false)]
    public void Clock_is_found_in_code_and_not_in_comments(string line, bool found) =>
        Assert.Equal(found, Clock.IsMatch(Sources.WithoutComments(line)));

    [Theory]
    [InlineData("var a = task.Result;", true)]
    [InlineData("context.Result = null;", false)]
    [InlineData("if (x.Result == 3)", true)]
    [InlineData("Load().GetAwaiter().GetResult();", true)]
    [InlineData("IResults.Resulting", false)]
    public void Blocking_is_told_from_setting(string line, bool found) => Assert.Equal(found, Blocking.IsMatch(line));

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1));
}
