using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts;

/// <summary>What the sign-in cookie says besides the account's id and stamp: what is needed before the database is asked.</summary>
internal sealed class DeskClaims(UserManager<Account> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    public const string Language = "lang";
    public const string MustChangePassword = "must-change-password";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Language, user.Language.Code()));
        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(MustChangePassword, "yes"));
        }

        return identity;
    }
}
