namespace OurVoice.Places;

/// <summary>Addresses of this module's pages and those that they lead to.</summary>
internal static class PlacesLinks
{
    public static string Services(string lang) => $"/{lang}/services";

    public static string Service(string lang, string code) => $"/{lang}/services/{Uri.EscapeDataString(code)}";

    public static string Submit(string lang, string kind) => $"/{lang}/submit/{kind}";

    /// <summary>The entry address for a place, as it stands on posters; only for kinds whose address may stay in a phone's history.</summary>
    public static string Submit(string lang, string kind, string placeCode) => $"/{lang}/submit/{kind}?at={placeCode}";
}
