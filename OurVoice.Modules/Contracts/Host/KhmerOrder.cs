using System.Globalization;
using System.Text;

namespace OurVoice.Contracts.Host;

/// <summary>
/// Puts the marks of each Khmer syllable in one order: robat, subscripts with Ro last, shifter, vowel, signs. Writers type
/// them in any order and see the same picture (ពៅ្ន and ព្នៅ).
/// </summary>
internal static class KhmerOrder
{
    private const char Coeng = '\u17D2';
    private const char Da = '\u178A';
    private const char Ta = '\u178F';
    private const char Ro = '\u179A';

    private enum Place
    {
        Robat,
        Subscript,
        SubscriptRo,
        Shifter,
        Vowel,
        Sign,
    }

    public static string Apply(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u1780', '\u17FF'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var marks = new List<(Place Place, string Text)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Coeng)
            {
                ReadSubscript(text, ref i, marks);
            }
            else if (PlaceOf(text[i]) is { } place)
            {
                marks.Add((place, text[i].ToString()));
            }
            else if (IsForeignMark(text, i) && result.Length > 0 && IsLetter(result[^1]))
            {
                i += char.IsSurrogate(text[i]) ? 1 : 0;
            }
            else
            {
                Flush(marks, result);
                result.Append(Canonical(text[i]));
            }
        }

        Flush(marks, result);
        return result.ToString();
    }

    // NFC sorts ៝ between a coeng and its letter, so signs met on the way are kept for later. A coeng without a letter
    // shows nothing on most phones and is dropped.
    private static void ReadSubscript(string text, ref int i, List<(Place Place, string Text)> marks)
    {
        while (i + 1 < text.Length && text[i + 1] == '\u17DD')
        {
            i++;
            marks.Add((Place.Sign, "\u17DD"));
        }

        if (i + 1 < text.Length && IsLetter(text[i + 1]))
        {
            i++;
            var letter = text[i] == Da ? Ta : Canonical(text[i]);
            marks.Add((letter == Ro ? Place.SubscriptRo : Place.Subscript, $"{Coeng}{letter}"));
        }
    }

    private static void Flush(List<(Place Place, string Text)> marks, StringBuilder result)
    {
        // Marks on nothing, or on a letter of another script, are a slip.
        if (marks.Count == 0 || result.Length == 0 || !IsLetter(result[^1]))
        {
            marks.Clear();
            return;
        }

        var ordered = string.Concat(marks.Where(m => m.Place <= Place.SubscriptRo).OrderBy(m => m.Place).Select(m => m.Text));
        var above = marks.Where(m => m.Place > Place.SubscriptRo)
            .OrderBy(m => m.Place).ThenBy(m => m.Text, StringComparer.Ordinal).Select(m => m.Text).Distinct(StringComparer.Ordinal);

        // The two-part vowels typed as their parts look the same: េ + ី is ើ, េ + ា is ោ.
        result.Append(ordered).Append(JoinVowels(string.Concat(above)));
        marks.Clear();
    }

    private static string JoinVowels(string marks)
    {
        var e = marks.Contains('\u17C1', StringComparison.Ordinal);
        return e && marks.Contains('\u17B8', StringComparison.Ordinal) ? Joined(marks, '\u17B8', '\u17BE')
            : e && marks.Contains('\u17B6', StringComparison.Ordinal) ? Joined(marks, '\u17B6', '\u17C4')
            : marks;
    }

    private static string Joined(string marks, char part, char whole) =>
        marks.Replace(part.ToString(), "", StringComparison.Ordinal).Replace('\u17C1', whole);

    // On a Khmer letter a mark of another script is a slip; NFC would mix it with the Khmer ones.
    private static bool IsForeignMark(string text, int i) => CharUnicodeInfo.GetUnicodeCategory(text, i)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsLetter(char c) => c is >= '\u1780' and <= '\u17B3';

    private static Place? PlaceOf(char c) => c switch
    {
        '\u17CC' => Place.Robat,
        '\u17C9' or '\u17CA' => Place.Shifter,
        >= '\u17B6' and <= '\u17C5' => Place.Vowel,
        >= '\u17C6' and <= '\u17C8' or '\u17CB' or >= '\u17CD' and <= '\u17D1' or '\u17D3' or '\u17DD' => Place.Sign,
        _ => null,
    };

    // ឲ is another shape of ឱ; U+17A3 is a deprecated twin of អ.
    private static char Canonical(char c) => c switch
    {
        '\u17B2' => '\u17B1',
        '\u17A3' => '\u17A2',
        _ => c,
    };
}
