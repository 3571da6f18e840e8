using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.SignIn;

/// <summary>Between the password and the code.</summary>
internal static class SecondStep
{
    public static string Address(string page, string? returnUrl) =>
        $"/desk/account/{page}?lang={Langs.Of(System.Globalization.CultureInfo.CurrentUICulture).Code()}&returnUrl={Uri.EscapeDataString(ReturnAddress.Local(returnUrl))}";

    /// <summary>A code as people type it: Khmer digits, blanks and hyphens are fine.</summary>
    public static string Typed(string? code) => Digits.ToAscii(code ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
