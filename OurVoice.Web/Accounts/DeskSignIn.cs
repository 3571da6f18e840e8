using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts;

/// <summary>Sign-in that knows disabled accounts and demo accounts of a site that is no demo, at the door and later.</summary>
internal sealed class DeskSignIn(
    UserManager<Account> users,
    IHttpContextAccessor accessor,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    SiteSettings site,
    IPasswordHasher<Account> hasher)
    : SignInManager<Account>(users, accessor, claims, options, log, schemes, confirmation)
{
    /// <summary>Of a password nobody has: checked in the place of one that is not there.</summary>
    public static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    /// <summary>True while this account may be signed in.</summary>
    public bool IsAdmitted(Account account) => account.DisabledAt is null && (!account.IsDemo || site.Demo);

    public override async Task<bool> CanSignInAsync(Account user) => IsAdmitted(user) && await base.CanSignInAsync(user);

    public override async Task<bool> ValidateSecurityStampAsync(Account? user, string? securityStamp) =>
        user is not null && IsAdmitted(user) && await base.ValidateSecurityStampAsync(user, securityStamp);

    /// <summary>Every failure takes the time of one password check, so that the clock does not tell which accounts exist.</summary>
    public async Task<SignInResult> TryPasswordAsync(string? address, string? password)
    {
        var account = EmailAddresses.TryNormalize(address, out var known) ? await UserManager.FindByNameAsync(known) : null;
        if (account is null)
        {
            CheckNobodys(password);
            return SignInResult.Failed;
        }

        var result = await PasswordSignInAsync(account, password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.IsNotAllowed || (result.IsLockedOut && account.AccessFailedCount == 0))
        {
            CheckNobodys(password);
        }

        return result;
    }

    private void CheckNobodys(string? password) => hasher.VerifyHashedPassword(null!, NobodysHash, password ?? "");
}
