namespace OurVoice.Web.Sealing.Store;

internal enum KeyStoreProvider
{
    Sqlite,
    Postgres,
    SqlServer,
}

/// <summary>Where the wrapped keys lie: a database of its own, apart from the cases, with its own short backup.</summary>
internal sealed record KeyStoreSettings(KeyStoreProvider Provider, string ConnectionString);
