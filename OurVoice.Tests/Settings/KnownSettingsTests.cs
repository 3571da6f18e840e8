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
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"[cC]onfiguration\[""(OurVoice:[A-Za-z:]+)""\]|settings\[""(OurVoice:[A-Za-z:]+)""\]", RegexOptions.None, TimeSpan.FromSeconds(5)))
            .Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value).Distinct().ToList();
        Assert.Contains("OurVoice:DataFolder", read);
        Assert.All(read, name => KnownSettings.Check(new ConfigurationBuilder().AddInMemoryCollection([new(name, "x")]).Build()));
    }
}
