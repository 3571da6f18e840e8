using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Settings;

public sealed class KnownSettingsTests
{
    [Fact]
    public void Every_setting_that_the_code_reads_is_known()
    {
        var read = Repository.Files(".cs").Where(f => !f.Contains("OurVoice.Tests", StringComparison.Ordinal))
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"(configuration|settings)\[""(?<name>OurVoice:[A-Za-z:]+)""\]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeSpan.FromMinutes(1)))
            .Select(m => m.Groups["name"].Value).Distinct().ToList();
        Assert.Contains("OurVoice:DataFolder", read);
        Assert.All(read, name => KnownSettings.Check(new ConfigurationBuilder().AddInMemoryCollection([new(name, "1")]).Build()));
    }
}
