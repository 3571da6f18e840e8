using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts;

internal static class MembershipWords
{
    /// <summary>The office's name in the language of the page.</summary>
    public static string OfficeName(this DeskMembership membership) =>
        Langs.Of(System.Globalization.CultureInfo.CurrentUICulture) == Lang.Km ? membership.OfficeNameKm : membership.OfficeNameEn;
}
