using System.Globalization;

namespace OurVoice.Contracts.Host;

/// <summary>What there is to say about a language: its code in addresses, its culture for resources, the other one.</summary>
public static class Langs
{
    private static readonly CultureInfo Khmer = CultureInfo.GetCultureInfo("km-KH");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Both languages, Khmer first.</summary>
    public static IReadOnlyList<Lang> All { get; } = [Lang.Km, Lang.En];

    /// <summary>The code used in addresses, in <c>lang</c> attributes and in the database: "km" or "en".</summary>
    public static string Code(this Lang lang) => lang == Lang.Km ? "km" : "en";

    /// <summary>The language the page can be switched to.</summary>
    public static Lang Other(this Lang lang) => lang == Lang.Km ? Lang.En : Lang.Km;

    /// <summary>The culture that finds the resources (km-KH or en-GB). Dates, numbers and money do not come from it.</summary>
    public static CultureInfo Culture(this Lang lang) => lang == Lang.Km ? Khmer : English;

    /// <summary>The language of a culture: Khmer for any km culture, English for all else.</summary>
    public static Lang Of(CultureInfo culture) =>
        string.Equals(culture.TwoLetterISOLanguageName, "km", StringComparison.Ordinal) ? Lang.Km : Lang.En;

    /// <summary>The language of words by their script: Khmer if there is a Khmer letter. For <c>lang</c> attributes of names.</summary>
    public static Lang OfText(string words) => words.Any(c => c is >= '\u1780' and <= '\u17FF') ? Lang.Km : Lang.En;

    /// <summary>Reads exactly "km" or "en", as they stand in an address. False, and Khmer, for anything else.</summary>
    public static bool TryParse(string? code, out Lang lang)
    {
        lang = string.Equals(code, "en", StringComparison.Ordinal) ? Lang.En : Lang.Km;
        return code is "km" or "en";
    }
}
