using System.Security.Cryptography;

namespace OurVoice.Web.Accounts.Administration;

/// <summary>A password to be said or written once: easy to read aloud, 80 bits, to be changed at the first sign-in.</summary>
internal static class TemporaryPassword
{
    // Without letters and digits that look alike.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789X";

    public static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
}
