using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OurVoice.Web.Data;
using OurVoice.Web.Sealing;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Sealing;

/// <summary>The sealing of the host, without the rest of it.</summary>
internal static class TestServices
{
    public static ServiceProvider Build(KeyStoreOnDisk store, Action<IServiceCollection>? also = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OurVoice:Keys:Folder"] = store.KeysFolder,
            ["OurVoice:KeyStore:Provider"] = store.Settings.Provider.ToString(),
            ["OurVoice:KeyStore:ConnectionString"] = store.Settings.ConnectionString,
        });
        var main = new HostSettings(Path.Combine(store.Folder, "data"), Provider.Sqlite, "Data Source=other.db", Demo: false, Jobs: false);
        builder.Services.AddSingleton<TimeProvider>(store.Time).AddLogging().AddSealing(builder.Configuration, builder.Environment, main);
        also?.Invoke(builder.Services);
        return builder.Services.BuildServiceProvider();
    }
}
