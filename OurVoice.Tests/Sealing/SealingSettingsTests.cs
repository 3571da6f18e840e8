using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using OurVoice.Contracts.Host;
using OurVoice.Web.Data;
using OurVoice.Web.Sealing;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Sealing;

public sealed class SealingSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ov_settings_").FullName;

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public void Keys_beside_the_data_are_taken_and_the_key_store_is_a_file_in_the_data_folder()
    {
        var settings = Read(keysFolder: Path.Combine(_folder, "data-keys"));
        Assert.Equal(Path.Combine(_folder, "data-keys"), settings.KeysFolder);
        Assert.Equal(Provider.Sqlite, settings.KeyStore.Provider);
        Assert.Contains(Path.Combine(Data, "keystore.db"), settings.KeyStore.ConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/")]
    [InlineData("data/keys")]
    [InlineData("other/../data/keys")]
    [InlineData("link/keys")]
    public void A_keys_folder_in_the_data_folder_is_refused(string keys)
    {
        Directory.CreateDirectory(Data);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), Data);
        var wrong = Assert.Throws<SettingWrong>(() => Read(keysFolder: Path.Combine(_folder, keys)));
        Assert.Contains("OurVoice:Keys:Folder", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(Data, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Production_has_no_default_folder_elsewhere_it_is_keys()
    {
        Assert.Contains("OurVoice:Keys:Folder is not set", Assert.Throws<SettingWrong>(() => Read("Production")).Message, StringComparison.Ordinal);
        Assert.Equal(Path.GetFullPath("keys"), Read("Development").KeysFolder);
    }

    [Theory]
    [InlineData("Oracle", null, "'Oracle'")]
    [InlineData("1", null, "'1'")]
    [InlineData("Postgres", null, "OurVoice:KeyStore:ConnectionString is not set")]
    [InlineData(null, null, "OurVoice:KeyStore:Provider is not set")]
    [InlineData("Postgres", "Host=db;Database=OURVOICE;Username=other", "the same database")]
    [InlineData("Postgres", "nonsense", "is not a connection string")]
    public void A_key_store_that_cannot_be_gets_its_sentence(string? provider, string? connection, string sentence)
    {
        var main = new HostSettings(Data, Provider.Postgres, "Host=db;Database=ourvoice;Username=app", Demo: false, Jobs: false);
        var wrong = Assert.Throws<SettingWrong>(() => Read("Development", "/somewhere/keys", provider, connection, main));
        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_of_the_cases_that_is_none_is_said_by_its_name()
    {
        var main = new HostSettings(Data, Provider.Postgres, "nonsense", Demo: false, Jobs: false);
        var wrong = Assert.Throws<SettingWrong>(() => Read("Production", "/somewhere/keys", "postgres", "Host=db;Database=keys", main));
        Assert.Contains("OurVoice:Database:ConnectionString is not a connection string", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=a;Port=1;Database=ourvoice", "Host=b;Port=1;Database=ourvoice")]
    [InlineData("Host=a;Port=1;Database=ourvoice", "Host=a;Port=2;Database=ourvoice")]
    [InlineData("Server=a;Database=ourvoice", "Server=b;Database=ourvoice")]
    [InlineData("Server=a;Initial Catalog=ourvoice", "Server=a;Initial Catalog=ourvoice_keys")]
    public void A_database_on_another_server_port_or_catalog_is_another_one(string cases, string keys)
    {
        var main = new HostSettings(Data, Provider.Postgres, cases, Demo: false, Jobs: false);
        Assert.Equal(keys, Read("Production", "/somewhere/keys", "postgres", keys, main).KeyStore.ConnectionString);
        Assert.Throws<SettingWrong>(() => Read("Production", "/somewhere/keys", "postgres", cases, main));
    }

    [Fact]
    public async Task A_keys_folder_that_cannot_be_one_is_a_sentence_for_whoever_asks_first()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        await File.WriteAllTextAsync(store.KeysFolder, "a file");
        await using var process = TestServices.Build(store);
        var wrong = Assert.Throws<SettingWrong>(process.GetRequiredService<ICaseKeys>);
        Assert.Contains("Look at OurVoice:Keys:Folder and OurVoice:DataFolder", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(store.KeysFolder, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_its_own_on_the_same_server_is_taken()
    {
        var main = new HostSettings(Data, Provider.Postgres, "Host=db;Database=ourvoice", Demo: false, Jobs: false);
        var settings = Read("Production", "/somewhere/keys", "postgres", "Host=db;Database=ourvoice_keys", main);
        Assert.Equal(Provider.Postgres, settings.KeyStore.Provider);
    }

    [Fact]
    public void A_key_store_that_does_not_answer_is_a_sentence_for_whoever_asks_first()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OurVoice:Keys:Folder"] = Path.Combine(_folder, "keys"),
            ["OurVoice:KeyStore:Provider"] = "Postgres",
            ["OurVoice:KeyStore:ConnectionString"] = "Host=127.0.0.1;Port=1;Database=keys;Password=secret",
        });
        var main = new HostSettings(Data, Provider.Sqlite, "Data Source=other.db", Demo: false, Jobs: false);
        builder.Services.AddSingleton(TimeProvider.System).AddSealing(builder.Configuration, builder.Environment, main);
        using var services = builder.Services.BuildServiceProvider();
        var wrong = Assert.Throws<SettingWrong>(services.GetRequiredService<ICaseKeys>);
        Assert.Contains("OurVoice:KeyStore:ConnectionString", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", wrong.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SealingSettings Read(string environment = "Production", string? keysFolder = null, string? provider = null, string? connection = null, HostSettings? main = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OurVoice:Keys:Folder"] = keysFolder,
            ["OurVoice:KeyStore:Provider"] = provider,
            ["OurVoice:KeyStore:ConnectionString"] = connection,
        }).Build();
        return SealingSettings.Read(settings, new HostNamed(environment), main ?? new HostSettings(Data, Provider.Sqlite, $"Data Source={Data}/ourvoice.db", Demo: false, Jobs: false));
    }

    private sealed class HostNamed(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "OurVoice";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
