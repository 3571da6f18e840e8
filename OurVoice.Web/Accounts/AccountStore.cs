using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts;

/// <summary>
/// Identity's store over our one database. It keeps authenticator keys and recovery codes as tokens in clear text; here they
/// are encrypted, so that a copy of the database is not a copy of everybody's second factor.
/// </summary>
internal sealed class AccountStore(OurVoiceDb db, IDataProtectionProvider protection, IdentityErrorDescriber describer)
    : UserOnlyStore<Account, OurVoiceDb, Guid>(db, describer)
{
    private readonly IDataProtector _protector = protection.CreateProtector("OurVoice.Accounts.Tokens/1");

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var stored = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        try
        {
            return string.IsNullOrEmpty(stored) ? stored : _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            // A ring that was lost: the second factor is unusable and an administrator resets it.
            return null;
        }
    }
}
