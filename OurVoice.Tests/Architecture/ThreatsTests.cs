using System.Reflection;
using System.Text.RegularExpressions;

namespace OurVoice.Tests.Architecture;

/// <summary>docs/threats.md promises nothing that no test judges.</summary>
public sealed class ThreatsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static string[] Rows => [.. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "threats.md"))
        .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Where(l => !l.StartsWith("|---", StringComparison.Ordinal))];

    [Fact]
    public void Every_test_named_there_is_a_test()
    {
        var tests = typeof(ThreatsTests).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttribute<FactAttribute>() is not null).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        var named = Rows.SelectMany(r => Regex.Matches(r, "`(?<name>[A-Za-z0-9_]+)`", RegexOptions.ExplicitCapture, Patience).Select(m => m.Groups["name"].Value)).ToList();
        Assert.True(named.Count > 30, $"only {named.Count} names");
        Assert.Empty(named.Except(tests));
    }

    [Fact]
    public void Every_line_is_tested_or_accepted() =>
        Assert.DoesNotContain(Rows.Select(r => r.Split('|')[^2]), proof => !proof.Contains('`') && !proof.Contains("accepted", StringComparison.Ordinal));
}
