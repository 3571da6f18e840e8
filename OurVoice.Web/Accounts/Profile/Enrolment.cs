using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using OurVoice.Contracts.Host;
using OurVoice.Web.Accounts.SignIn;
using QRCoder;

namespace OurVoice.Web.Accounts.Profile;

/// <summary>Bringing an account and an authenticator app together.</summary>
internal static class Enrolment
{
    /// <summary>The key that is waiting to be enrolled; made on the first look and kept until it works.</summary>
    public static async Task<string> KeyAsync(UserManager<Account> users, Account account)
    {
        if (await users.GetAuthenticatorKeyAsync(account) is not { Length: > 0 })
        {
            // Not ResetAuthenticatorKeyAsync, which would end the sign-in of whoever only looks at the page.
            await users.SetAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey", users.GenerateNewAuthenticatorKey());
        }

        return await users.GetAuthenticatorKeyAsync(account) ?? "";
    }

    /// <summary>True when the app showed the right code; from then on it is asked for at sign-in.</summary>
    public static async Task<bool> TryAsync(UserManager<Account> users, Account account, string? code)
    {
        if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, SecondStep.Typed(code)))
        {
            return false;
        }

        account.SecondStepEndedBy = null;
        return (await users.SetTwoFactorEnabledAsync(account, enabled: true)).Succeeded;
    }

    /// <summary>Off, and the old key worthless. Recovery codes go with it.</summary>
    public static async Task EndAsync(UserManager<Account> users, Account account)
    {
        await users.SetTwoFactorEnabledAsync(account, enabled: false);
        await users.ResetAuthenticatorKeyAsync(account);
        await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
    }

    public static string Readable(string key) => string.Join(' ', key.Chunk(4).Select(c => new string(c)));

    public static MarkupString Picture(Account account, string key)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Address(account, key), QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return new(svg.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }

    private static string Address(Account account, string key) =>
        $"otpauth://totp/Our%20Voice:{Uri.EscapeDataString(account.Email ?? "")}?secret={key}&issuer=Our%20Voice&digits=6";
}
