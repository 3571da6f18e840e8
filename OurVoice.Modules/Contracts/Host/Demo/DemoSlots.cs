using System.Globalization;
using OurVoice.Contracts.Cases;

namespace OurVoice.Contracts.Host.Demo;

/// <summary>
/// Fills the slots of demo texts. One seed (one case) gives the same amount, village and month to its story, to the officer's
/// words and to the citizen's answers, in both languages.
/// </summary>
public static class DemoSlots
{
    private static readonly int[] Amounts =
        [10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 60_000, 80_000, 100_000, 120_000, 150_000, 200_000];

    private static readonly int[] Fees = [2_000, 3_000, 4_000, 5_000, 8_000, 10_000, 15_000, 20_000];

    // Each is the name of more than twenty villages, so that none is pointed at.
    private static readonly (string Khmer, string English)[] Villages =
    [
        ("ថ្មី", "Thmei"), ("កណ្ដាល", "Kandal"), ("សំរោង", "Samraong"), ("ប្រាសាទ", "Prasat"), ("វាល", "Veal"), ("ពង្រ", "Pongro"),
        ("ស្វាយ", "Svay"), ("ដូង", "Doung"), ("ត្រពាំងឈូក", "Trapeang Chhuk"), ("ព្រៃទទឹង", "Prey Totueng"), ("សំបួរ", "Sambuor"),
        ("អំពិល", "Ampil"), ("ឈើទាល", "Chheu Teal"), ("ពោធិ៍", "Pou"), ("បឹង", "Boeng"), ("ចំបក់", "Chambak"),
    ];

    /// <summary>
    /// Fills {days} (days waited), {term} (days promised), {amount} (riel, without the word), {visits}, {village} (without the
    /// word), {month} (one of the two months before the day) and {soon} (one of the two after it). Khmer text gets Khmer digits.
    /// </summary>
    /// <param name="text">Text with slots.</param>
    /// <param name="kind">Fees of information requests are smaller than the sums of complaints.</param>
    /// <param name="seed">Number of the demo case.</param>
    /// <param name="on">Day of writing, in Cambodia.</param>
    /// <param name="lang">Language of the text.</param>
    public static string Fill(string text, CaseKind kind, int seed, DateOnly on, Lang lang)
    {
        ArgumentNullException.ThrowIfNull(text);
        var amounts = kind == CaseKind.Information ? Fees : Amounts;
        var village = Villages[DemoSheet.Draw(seed, "village", Villages.Length)];
        return text
            .Replace("{days}", Number(8 + DemoSheet.Draw(seed, "days", 41), lang), StringComparison.Ordinal)
            .Replace("{term}", Number(3 + DemoSheet.Draw(seed, "term", 13), lang), StringComparison.Ordinal)
            .Replace("{visits}", Number(2 + DemoSheet.Draw(seed, "visits", 6), lang), StringComparison.Ordinal)
            .Replace("{amount}", Number(amounts[DemoSheet.Draw(seed, "amount", amounts.Length)], lang), StringComparison.Ordinal)
            .Replace("{village}", lang == Lang.Km ? village.Khmer : village.English, StringComparison.Ordinal)
            .Replace("{month}", Month(on.AddMonths(-1 - DemoSheet.Draw(seed, "month", 2)), lang), StringComparison.Ordinal)
            .Replace("{soon}", Month(on.AddMonths(1 + DemoSheet.Draw(seed, "soon", 2)), lang), StringComparison.Ordinal);
    }

    // People write thousands with a point in Khmer; these are quoted words, not figures of ours.
    private static string Number(int number, Lang lang)
    {
        var latin = number.ToString("N0", CultureInfo.InvariantCulture);
        return lang == Lang.Km ? Digits.ToKhmer(latin.Replace(',', '.')) : latin;
    }

    private static string Month(DateOnly day, Lang lang) => Calendar.Month(day.Month, lang);
}
