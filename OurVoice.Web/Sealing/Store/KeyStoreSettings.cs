using OurVoice.Web.Data;

namespace OurVoice.Web.Sealing.Store;

/// <summary>Where the wrapped keys lie: a database of its own, apart from the cases, with its own short backup.</summary>
internal sealed record KeyStoreSettings(Provider Provider, string ConnectionString);
