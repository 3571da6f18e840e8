namespace OurVoice.Web.Accounts;

/// <summary>The alphabet of authenticator keys (RFC 4648, without padding).</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Bytes of a key; letters of either case, blanks ignored.</summary>
    public static byte[] Decode(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (bits, count) = (0, 0);
        foreach (var letter in text.ToUpperInvariant().Where(c => Alphabet.Contains(c, StringComparison.Ordinal)))
        {
            bits = ((bits << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF;
            count += 5;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }

        return [.. bytes];
    }
}
