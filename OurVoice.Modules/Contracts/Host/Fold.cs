using System.Text;

namespace OurVoice.Contracts.Host;

/// <summary>
/// The one search fold: two spellings that a reader takes for the same text fold to the same string. Store the text as it was
/// typed with the folded copy beside it, send every query through the same fold, and show the original.
/// </summary>
/// <remarks>
/// Marks inside a Khmer syllable are put in one order by <see cref="KhmerOrder"/>, because NFC does not do it
/// (Unicode technical note 61).
/// </remarks>
public static class Fold
{
    /// <summary>
    /// NFC; zero-width characters dropped; coeng DA as coeng TA; ឲ as ឱ; digits of all scripts as 0-9; Khmer marks in one order;
    /// lower case; Latin letters without accents; runs of white space as one space, none at the ends. Folding twice changes nothing.
    /// Punctuation stays.
    /// </summary>
    public static string Of(string text) =>
        OneSpace(KhmerOrder.Apply(Letters(Visible(text).Normalize(NormalizationForm.FormD)))).Normalize(NormalizationForm.FormC);

    /// <summary>The trigrams of each word of a folded text, as <see cref="Similarity"/> compares them.</summary>
    public static IReadOnlySet<string> Trigrams(string folded) => Similarity.Trigrams(folded);

    /// <summary>Whether the query is close enough to the text to be offered: <see cref="Score"/> is above zero.</summary>
    public static bool Matches(string foldedText, string foldedQuery) => Score(foldedText, foldedQuery) > 0;

    /// <summary>
    /// How well a name answers a query, for ranking. 1: equal. 0.9 to 0.95: the name begins with the query. 0.8 to 0.85: a later
    /// word does. 0.7 to 0.75: it stands somewhere inside, spaces aside. 0.3 to 0.65: at least half of the query's trigrams occur
    /// in the name (a typing error or two). 0: offer it not. Within each band the shorter name is first. An empty query scores 0.
    /// </summary>
    public static double Score(string foldedText, string foldedQuery) => Similarity.Score(foldedText, foldedQuery);

    /// <summary>The words of a person's name after the fold, without a title (លោក, លោកស្រី, កញ្ញា, Mr, Mrs, Ms, ...) in front.</summary>
    public static IReadOnlyList<string> NameParts(string name) => PersonNames.Parts(name);

    /// <summary>
    /// Whether two names of persons are the same after the fold, family name first or last, written with or without the space
    /// between, with or without a title. An empty name is nobody's.
    /// </summary>
    public static bool SameName(string? a, string? b) => PersonNames.Same(a, b);

    // Invisible characters go before NFD: between two marks they would keep them from being put in order.
    private static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Invisible.IsInvisible(rune))
            {
                result.Append(rune);
            }
        }

        return Digits.ToAscii(result.ToString());
    }

    private static string Letters(string decomposed)
    {
        var result = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (Invisible.IsSpace(rune))
            {
                result.Append(' ');
            }
            else if (rune.Value is not (>= 0x0300 and <= 0x036F))
            {
                AppendLetter(result, Rune.ToLowerInvariant(rune));
            }
        }

        return result.ToString();
    }

    private static string OneSpace(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static void AppendLetter(StringBuilder result, Rune rune) => _ = rune.Value switch
    {
        'đ' => result.Append('d'),
        'ø' => result.Append('o'),
        'ł' => result.Append('l'),
        'ı' => result.Append('i'),
        'ß' => result.Append("ss"),
        'æ' => result.Append("ae"),
        'œ' => result.Append("oe"),
        _ => result.Append(rune),
    };
}
