using System.Globalization;
using System.Text;

namespace OurVoice.Contracts.Host;

/// <summary>
/// Khmer and other decimal digits. .NET's parsers read 0-9 only, whatever the culture, so every code, number and amount that
/// a person typed passes <see cref="ToAscii"/> before it is checked.
/// </summary>
public static class Digits
{
    private const char KhmerZero = '\u17E0';

    /// <summary>The text with each decimal digit of any script (Khmer ០-៩, full-width, Thai, ...) written 0-9; all else as it was.</summary>
    public static string ToAscii(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            {
                result.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            }
            else
            {
                result.Append(rune);
            }
        }

        return result.ToString();
    }

    /// <summary>The text with each 0-9 written ០-៩, as Khmer letters and papers have them; all else as it was.</summary>
    public static string ToKhmer(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsAsciiDigit(source[i]) ? (char)(KhmerZero + source[i] - '0') : source[i];
            }
        });
}
