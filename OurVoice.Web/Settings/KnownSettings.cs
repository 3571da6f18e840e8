namespace OurVoice.Web.Settings;

/// <summary>A misspelt name would silently leave the default in place; so an unknown one stops the start.</summary>
internal static class KnownSettings
{
    private static readonly string[] Names =
    [
        "OurVoice:DataFolder", "OurVoice:Demo", "OurVoice:DemoCases", "OurVoice:Jobs",
        "OurVoice:Database:Provider", "OurVoice:Database:ConnectionString",
        "OurVoice:KeyStore:Provider", "OurVoice:KeyStore:ConnectionString", "OurVoice:Keys:Folder",
        "OurVoice:Ti:Phone", "OurVoice:Ti:Address", "OurVoice:Ti:OutsideBody", "OurVoice:Staging:Megabytes",
        Audit.AuditSettings.HeadFolderName,
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

        CheckStaging(configuration["OurVoice:Staging:Megabytes"]);
    }

    private static void CheckStaging(string? megabytes)
    {
        if (!string.IsNullOrWhiteSpace(megabytes) && !uint.TryParse(megabytes, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            throw new SettingWrong($"OurVoice:Staging:Megabytes is '{megabytes}'. It must be a whole number: how many megabytes citizens' files may take before they are sent. Correct it, or remove it for 2048.");
        }
    }
}
