using System.Data.Common;
using OurVoice.Web.Data;
using OurVoice.Web.Sealing.Store;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Sealing;

/// <summary>Where the master keys and the wrapped keys lie, checked before anything is opened.</summary>
internal sealed record SealingSettings(string KeysFolder, KeyStoreSettings KeyStore)
{
    private const string KeysFolderName = "OurVoice:Keys:Folder";
    private const string ProviderName = "OurVoice:KeyStore:Provider";
    private const string ConnectionName = "OurVoice:KeyStore:ConnectionString";

    public static SealingSettings Read(IConfiguration settings, IHostEnvironment host, HostSettings main) =>
        new(ReadKeysFolder(settings, host, main.DataFolder), ReadKeyStore(settings, main));

    private static string ReadKeysFolder(IConfiguration settings, IHostEnvironment host, string data)
    {
        var named = settings[KeysFolderName];
        if (string.IsNullOrWhiteSpace(named) && host.IsProduction())
        {
            throw new SettingWrong($"{KeysFolderName} is not set. In Production it has no default: name a folder outside the data folder '{data}' that only the user of this service may read, such as /etc/our-voice/keys.");
        }

        var folder = Path.GetFullPath(string.IsNullOrWhiteSpace(named) ? "keys" : named);
        return IsInside(RealPath.Of(folder), RealPath.Of(data))
            ? throw new SettingWrong($"{KeysFolderName} is '{folder}', which lies in the data folder '{data}'. Whoever gets a copy of the data must not get the keys with it: name a folder outside.")
            : folder;
    }

    private static KeyStoreSettings ReadKeyStore(IConfiguration settings, HostSettings main)
    {
        var provider = ReadProvider(settings, main.Provider);
        var connection = settings[ConnectionName];
        if (!string.IsNullOrWhiteSpace(connection))
        {
            RefuseSameDatabase(connection, main.ConnectionString);
            return new KeyStoreSettings(provider, connection);
        }

        return provider == Provider.Sqlite
            ? new KeyStoreSettings(provider, $"Data Source={Path.Combine(main.DataFolder, "keystore.db")};Default Timeout=30")
            : throw new SettingWrong($"{ConnectionName} is not set. With {ProviderName} {provider} the keys need a database of their own, apart from the cases: create it and name it here.");
    }

    private static Provider ReadProvider(IConfiguration settings, Provider main)
    {
        var named = settings[ProviderName];
        if (string.IsNullOrWhiteSpace(named))
        {
            return main == Provider.Sqlite
                ? Provider.Sqlite
                : throw new SettingWrong($"{ProviderName} is not set. With OurVoice:Database:Provider {main} say where the keys of the cases lie: Sqlite (a file in the data folder, one node only), or Postgres or SqlServer with {ConnectionName}.");
        }

        return Enum.TryParse<Provider>(named, ignoreCase: true, out var provider) && Enum.IsDefined(provider) && !char.IsAsciiDigit(named[0])
            ? provider
            : throw new SettingWrong($"{ProviderName} is '{named}'. Choose Sqlite, Postgres or SqlServer.");
    }

    // One backup of both would undo every erasure: the keys would come back with the cases.
    private static void RefuseSameDatabase(string keys, string cases)
    {
        if (SameDatabase(Parse(ConnectionName, keys), Parse("OurVoice:Database:ConnectionString", cases)))
        {
            throw new SettingWrong($"{ConnectionName} names the same database as OurVoice:Database:ConnectionString. The keys need a database of their own: create one and name it.");
        }
    }

    private static DbConnectionStringBuilder Parse(string setting, string value)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = value };
        }
        catch (ArgumentException)
        {
            throw new SettingWrong($"{setting} is not a connection string. Write it as Name=Value pairs with semicolons between them.");
        }
    }

    private static bool SameDatabase(DbConnectionStringBuilder a, DbConnectionStringBuilder b) =>
        new[] { "Host", "Server", "Port", "Data Source", "Database", "Initial Catalog" }
            .All(name => string.Equals(Value(a, name), Value(b, name), StringComparison.OrdinalIgnoreCase));

    private static string Value(DbConnectionStringBuilder from, string name) =>
        from.TryGetValue(name, out var value) ? value.ToString() ?? "" : "";

    private static bool IsInside(string path, string folder) =>
        (path + Path.DirectorySeparatorChar).StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
