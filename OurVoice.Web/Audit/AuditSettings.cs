using System.Globalization;
using OurVoice.Web.Sealing;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Audit;

/// <param name="HeadFolder">Where the heads of the chains are kept: any place that whoever may write to the database may not write to.</param>
/// <param name="KeepYears">How long a row is kept; with the rest of its month it goes at the beginning of the next.</param>
internal sealed record AuditSettings(string HeadFolder, int KeepYears = AuditSettings.UsualYears)
{
    public const string HeadFolderName = "OurVoice:Audit:HeadFolder";
    public const string KeepYearsName = "OurVoice:Audit:KeepYears";
    private const int UsualYears = 10;

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

        return new(folder, ReadYears(configuration[KeepYearsName]));
    }

    private static int ReadYears(string? years) => years switch
    {
        _ when string.IsNullOrWhiteSpace(years) => UsualYears,
        _ when int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole is > 0 and <= 100 => whole,
        _ => throw new SettingWrong($"{KeepYearsName} is '{years}'. It must be a whole number from 1 to 100: how many years the audit is kept. Correct it, or remove it for {UsualYears}."),
    };
}
