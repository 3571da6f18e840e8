using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Administration;

/// <summary>A password to be said or written once: easy to read aloud, 80 bits, to be changed at the first sign-in.</summary>
/// <param name="Words">Four groups of four letters.</param>
/// <param name="Hash">Made beforehand: it is slow on purpose, so it is not made behind the write gate.</param>
internal sealed record TemporaryPassword(string Words, string Hash)
{
    // Without letters and digits that look alike.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789X";

    public static TemporaryPassword Make(IPasswordHasher<Account> hasher)
    {
        var words = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
        return new(words, hasher.HashPassword(null!, words));
    }

    /// <summary>Two groups each; whoever has one still has 40 bits to guess, at five tries a quarter of an hour.</summary>
    public (string First, string Second) Halves() => (Words[..9], Words[10..]);

    public override string ToString() => "temporary password";
}
