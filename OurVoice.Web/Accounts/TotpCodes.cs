using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts;

/// <summary>
/// One-time codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, six digits; one step of clock drift either way).
/// Unlike Identity's own provider it accepts each step once, so that a code seen over a shoulder is worth nothing.
/// </summary>
internal sealed class TotpCodes(TimeProvider time) : IUserTwoFactorTokenProvider<Account>
{
    private const int Drift = 1;

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) =>
        !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            return false;
        }

        var secret = Base32.Decode(key);
        var now = time.GetUtcNow().ToUnixTimeSeconds() / 30;
        for (var step = Math.Max(now - Drift, user.TotpStep + 1); step <= now + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Code(secret, step)), System.Text.Encoding.UTF8.GetBytes(token)))
            {
                user.TotpStep = step;
                // The account's concurrency stamp lets only one of two simultaneous uses through.
                return (await manager.UpdateAsync(user)).Succeeded;
            }
        }

        return false;
    }

    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
