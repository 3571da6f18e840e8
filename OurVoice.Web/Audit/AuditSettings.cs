using OurVoice.Web.Sealing;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Audit;

/// <summary>Where the heads of the chains are kept: any place that whoever may write to the database may not write to.</summary>
internal sealed record AuditSettings(string HeadFolder)
{
    public const string HeadFolderName = "OurVoice:Audit:HeadFolder";

    public static AuditSettings Read(IConfiguration configuration, string dataFolder)
    {
        var named = configuration[HeadFolderName];
        var folder = Path.GetFullPath(string.IsNullOrWhiteSpace(named) ? Path.Combine(dataFolder, "audit") : named);
        try
        {
            PrivateFiles.CreateFolder(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingWrong($"{HeadFolderName} is '{folder}', which cannot be made ({e.Message}). Name a folder this user may write to, best on another machine or disk than the database.");
        }

        return new(folder);
    }
}
