using System.Text.RegularExpressions;

namespace OurVoice.Contracts.Host;

/// <summary>Electronic mail addresses in the plain form that every mail server takes.</summary>
public static partial class EmailAddresses
{
    /// <summary>The most characters of an address.</summary>
    public const int MaxLength = 254;

    /// <summary>Trims, drops zero-width characters and lowers the case. False for anything but name@host.domain in plain ASCII.</summary>
    public static bool TryNormalize(string? text, out string address)
    {
        var typed = string.Concat((text ?? "").EnumerateRunes().Where(r => !Invisible.IsInvisible(r)).Select(r => r.ToString()));
        typed = Digits.ToAscii(typed).Trim().ToLowerInvariant();
        var good = typed.Length <= MaxLength && Address().IsMatch(typed);
        address = good ? typed : "";
        return good;
    }

    [GeneratedRegex(
        @"\A(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
        + @"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\z",
        RegexOptions.CultureInvariant, 200)]
    private static partial Regex Address();
}
