using Microsoft.Extensions.Configuration;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Settings;

public sealed class HostSettingsTests
{
    [Theory]
    [InlineData("OurVoice:Database:Provider", "Oracle", "Sqlite, Postgres or SqlServer")]
    [InlineData("OurVoice:Database:Provider", "1", "Sqlite, Postgres or SqlServer")]
    [InlineData("OurVoice:Demo", "yes", "true or false")]
    [InlineData("OurVoice:Jobs", "on", "true or false")]
    [InlineData("OurVoice:DataFolder", "/proc/nowhere", "Name a folder")]
    [InlineData("OurVoice:Databse:Provider", "Sqlite", "There is no setting OurVoice:Databse:Provider")]
    public void Read_WrongValue_SaysNameValueChoicesAndWhatToDo(string name, string value, string sentence)
    {
        var wrong = Assert.Throws<SettingWrong>(() => HostSettings.Read(With((name, value))));
        Assert.Contains(name, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ServerWithoutConnectionString_SaysSo()
    {
        var wrong = Assert.Throws<SettingWrong>(() => HostSettings.Read(With(("OurVoice:Database:Provider", "Postgres"))));
        Assert.Contains("OurVoice:Database:ConnectionString is empty", wrong.Message, StringComparison.Ordinal);
    }

    private static IConfiguration With(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["OurVoice:DataFolder"] = Path.GetTempPath() })
        .AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build();
}
