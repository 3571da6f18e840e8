namespace OurVoice.Web.Settings;

/// <summary>A misspelt name would silently leave the default in place; so an unknown one stops the start.</summary>
internal static class KnownSettings
{
    private static readonly string[] Names =
    [
        "OurVoice:DataFolder", "OurVoice:Demo", "OurVoice:DemoCases", "OurVoice:Jobs",
        "OurVoice:Database:Provider", "OurVoice:Database:ConnectionString",
        "OurVoice:KeyStore:Provider", "OurVoice:KeyStore:ConnectionString", "OurVoice:Keys:Folder",
        "OurVoice:Staging:Megabytes", "OurVoice:Ti:Phone", "OurVoice:Ti:Address",
    ];

    public static void Check(IConfiguration configuration)
    {
        var unknown = configuration.GetSection("OurVoice").AsEnumerable()
            .Where(s => !string.IsNullOrEmpty(s.Value)).Select(s => s.Key)
            .FirstOrDefault(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new SettingWrong($"There is no setting {unknown}. The settings are {string.Join(", ", Names)}. Correct the name or remove it.");
        }
    }
}
