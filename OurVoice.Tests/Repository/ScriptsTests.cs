namespace OurVoice.Tests.Repository;

public sealed class ScriptsTests
{
    [Theory]
    [InlineData("scripts/install")]
    [InlineData("scripts/publish")]
    [InlineData("scripts/run")]
    [InlineData("scripts/test")]
    [InlineData("scripts/bench")]
    [InlineData("scripts/migration")]
    [InlineData(".ci/run")]
    public void Script_can_be_executed_and_stops_at_the_first_failure(string script)
    {
        var path = Path.Combine(Root(), script);
        Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute));
        Assert.Contains("set -euo pipefail", File.ReadAllLines(path));
    }

    [Fact]
    public void Allowed_skips_each_have_a_reason()
    {
        var rows = File.ReadAllLines(Path.Combine(Root(), "OurVoice.Tests/skips.txt")).Where(row => row.Length > 0 && row[0] != '#');
        Assert.All(rows, row => Assert.Matches(@"^OurVoice\.Tests\.\S+\t\S.*$", row));
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OurVoice.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("OurVoice.sln is in no folder above the tests.");
    }
}
