using OurVoice.Web.Outbox.ByMail;
using OurVoice.Web.Outbox.BySms;
using OurVoice.Web.Outbox.ByTelegram;
using OurVoice.Web.Outbox.ByWebhook;

namespace OurVoice.Web.Settings;

/// <summary>A misspelt name would silently leave the default in place; so an unknown one stops the start.</summary>
internal static class KnownSettings
{
    private static readonly string[] Names =
    [
        "OurVoice:DataFolder", "OurVoice:Demo", "OurVoice:DemoCases", "OurVoice:Jobs",
        "OurVoice:Database:Provider", "OurVoice:Database:ConnectionString",
        "OurVoice:KeyStore:Provider", "OurVoice:KeyStore:ConnectionString", "OurVoice:Keys:Folder",
        "OurVoice:Ti:Phone", "OurVoice:Ti:Address", "OurVoice:Ti:OutsideBody",
        "OurVoice:Staging:Megabytes", "OurVoice:Staging:KeepFreeMegabytes",
        .. MailSettings.Names, .. SmsSettings.Names, .. TelegramSettings.Names, .. WebhookSettings.Names,
        RetentionSettings.Support, RetentionSettings.Information, RetentionSettings.Complaint, RetentionSettings.Corruption, RetentionSettings.Identity,
        Audit.AuditSettings.HeadFolderName, Audit.AuditSettings.KeepYearsName,
    ];

    public static void Check(IConfiguration configuration)
    {
        var unknown = configuration.GetSection("OurVoice").AsEnumerable()
            .Where(s => !string.IsNullOrEmpty(s.Value)).Select(s => s.Key)
            .FirstOrDefault(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.StartsWith(SmsSettings.HeaderNames, StringComparison.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new SettingWrong($"There is no setting {unknown}. The settings are {string.Join(", ", Names)}, {SmsSettings.HeaderNames}NAME. Correct the name or remove it.");
        }

        CheckMegabytes(configuration, "OurVoice:Staging:Megabytes", "how many megabytes citizens' files may take before they are sent", 2048);
        CheckMegabytes(configuration, "OurVoice:Staging:KeepFreeMegabytes", "how many megabytes of the disk citizens' files leave free", 1024);
    }

    private static void CheckMegabytes(IConfiguration configuration, string name, string meaning, int whenAbsent)
    {
        var megabytes = configuration[name];
        if (!string.IsNullOrWhiteSpace(megabytes) && !uint.TryParse(megabytes, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            throw new SettingWrong($"{name} is '{megabytes}'. It must be a whole number: {meaning}. Correct it, or remove it for {whenAbsent}.");
        }
    }
}
