using Microsoft.AspNetCore.Identity;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Profile;

/// <summary>A new password in the place of a known one. Every other sign-in of the account ends.</summary>
internal static class ChangePassword
{
    // A megabyte of password would only heat the machine.
    private const int Longest = 200;

    /// <summary>Null when changed, else the resource key of what is wrong.</summary>
    public static async Task<string?> TryAsync(UserManager<Account> users, Account account, string? old, string? wanted)
    {
        if (wanted is { Length: > Longest } || old is { Length: > Longest })
        {
            return "Password_Weak";
        }

        var (must, by) = (account.MustChangePassword, account.PasswordGivenBy);
        (account.MustChangePassword, account.PasswordGivenBy) = (false, null);
        var result = await users.ChangePasswordAsync(account, old ?? "", wanted ?? "");
        if (result.Succeeded)
        {
            return null;
        }

        (account.MustChangePassword, account.PasswordGivenBy) = (must, by);
        return result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch)) ? "Password_Wrong" : "Password_Weak";
    }
}
