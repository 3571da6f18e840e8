using System.Text.RegularExpressions;

namespace OurVoice.Contracts.Host;

/// <summary>
/// Telephone numbers as Cambodians write them. Kept as E.164 (+85512345678), shown as 012 345 678. Lengths and prefixes:
/// public phone metadata of 2026 and the operators' lists in the project's domain notes.
/// </summary>
public static partial class PhoneNumbers
{
    private const string Country = "+855";

    /// <summary>
    /// Reads one number: 012 345 678, +855 12 345 678, 00855..., 855..., without the leading 0, with spaces, dots, hyphens,
    /// brackets or slashes, in Khmer or Latin digits; or a foreign number that begins with + or 00. False for
    /// anything else, also for several numbers in one line.
    /// </summary>
    public static bool TryNormalize(string? text, out string e164)
    {
        var typed = Separators().Replace(Digits.ToAscii(text ?? ""), "");
        typed = typed.StartsWith("00", StringComparison.Ordinal) ? "+" + typed[2..] : typed;
        e164 = "";
        if (typed.StartsWith('+') && !typed.StartsWith(Country, StringComparison.Ordinal))
        {
            e164 = Foreign().IsMatch(typed) ? typed : "";
        }
        else if (National(typed) is var national && Cambodian().IsMatch(national))
        {
            e164 = Country + national;
        }

        return e164.Length > 0;
    }

    /// <summary>A stored number for the screen: 012 345 678, 097 123 4567, 1800 123 456; a foreign one as it is stored.</summary>
    public static string Format(string e164)
    {
        if (!e164.StartsWith(Country, StringComparison.Ordinal))
        {
            return e164;
        }

        var national = e164[Country.Length..];
        var head = national.StartsWith("1800", StringComparison.Ordinal) ? 4 : 2;
        return national.Length < head + 4
            ? e164
            : $"{(head == 4 ? "" : "0")}{national[..head]} {national[head..(head + 3)]} {national[(head + 3)..]}";
    }

    // No Cambodian area or mobile prefix is 85, so 855 and the full length after it can only be the country.
    private static string National(string typed)
    {
        var rest = typed.StartsWith(Country, StringComparison.Ordinal) ? typed[4..]
            : typed.StartsWith("855", StringComparison.Ordinal) && typed.Length >= 11 ? typed[3..]
            : typed;
        return rest.StartsWith('0') ? rest[1..] : rest;
    }

    [GeneratedRegex(@"[\s./()\-\u2010-\u2015\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Separators();

    // Mobile with six or seven digits after the prefix, then landlines, then free numbers.
    [GeneratedRegex(
        @"\A(?:(?:1[0-8]|6[016-9]|70|7[7-9]|8[1345679]|9[0-589])[0-9]{6}|(?:12|18|31|38|71|76|88|9[67])[0-9]{7}"
        + @"|(?:2[3-6]|3[2-6]|4[2-4]|[5-7][2-5])[0-9]{6,7}|1800[0-9]{6})\z",
        RegexOptions.CultureInvariant, 200)]
    private static partial Regex Cambodian();

    [GeneratedRegex(@"\A\+[1-9][0-9]{7,14}\z", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Foreign();
}
