using System.Globalization;
using System.Text;

namespace OurVoice.Contracts.Host;

/// <summary>Characters that show nothing and take no room: they come with pasted Khmer text and must not make two texts differ.</summary>
internal static class Invisible
{
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is 0x034F                  // combining grapheme joiner
            or 0x17B4 or 0x17B5                  // Khmer inherent vowels, deprecated and never drawn
            or 0x115F or 0x1160 or 0x3164 or 0xFFA0 // Hangul fillers
            or (>= 0xFE00 and <= 0xFE0F);        // variation selectors

    public static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
}
