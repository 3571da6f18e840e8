using System.Globalization;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Settings;

/// <summary>How long closed cases are kept, see <see cref="KeepingTimes"/>.</summary>
internal static class RetentionSettings
{
    public const string Support = "OurVoice:Retention:SupportMonths";
    public const string Information = "OurVoice:Retention:InformationMonths";
    public const string Complaint = "OurVoice:Retention:ComplaintMonths";
    public const string Corruption = "OurVoice:Retention:CorruptionMonths";
    public const string Identity = "OurVoice:Retention:IdentityMonths";
    private const int Most = 1200;

    public static KeepingTimes Read(IConfiguration configuration)
    {
        var proposed = new KeepingTimes();
        return new(
            Months(configuration, Support, proposed.Support), Months(configuration, Information, proposed.Information), Months(configuration, Complaint, proposed.Complaint),
            Months(configuration, Corruption, proposed.Corruption), Months(configuration, Identity, proposed.Identity));
    }

    private static int Months(IConfiguration configuration, string name, int whenAbsent) => configuration[name] switch
    {
        null or "" => whenAbsent,
        var value when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= Most => months,
        var value => throw new SettingWrong($"{name} is '{value}'. It must be a whole number of months from 1 to {Most}: how long it is kept after a case was closed. Correct it, or remove it for {whenAbsent}."),
    };
}
