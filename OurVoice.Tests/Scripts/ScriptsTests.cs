namespace OurVoice.Tests.Scripts;

public sealed class ScriptsTests
{
    [Theory]
    [InlineData("scripts/install")]
    [InlineData("scripts/publish")]
    [InlineData("scripts/run")]
    [InlineData("scripts/test")]
    [InlineData("scripts/bench")]
    [InlineData("scripts/migration")]
    [InlineData("scripts/mutation")]
    [InlineData(".ci/run")]
    public void Script_can_be_executed_and_stops_at_the_first_failure(string script)
    {
        var path = Repository.At(script);
        Assert.True(!OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));
        Assert.Contains("set -euo pipefail", File.ReadAllLines(path));
    }

    [Fact]
    public void Every_allowed_skip_names_a_test_and_a_reason()
    {
        var rows = File.ReadAllLines(Repository.At("OurVoice.Tests", "skips.txt")).Where(row => row.Length > 0 && row[0] != '#');
        Assert.All(rows, row => Assert.Matches(@"^OurVoice\.Tests\.\S+\t\S", row));
    }
}
