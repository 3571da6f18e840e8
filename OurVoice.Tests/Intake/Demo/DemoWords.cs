using System.Text.RegularExpressions;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Intake.Demo;

/// <summary>What must hold for every invented text, whoever is said to have written it.</summary>
internal static partial class DemoWords
{
    public static void AssertFit(string khmer, string english)
    {
        Assert.Matches(KhmerLetters(), khmer);
        Assert.DoesNotMatch(LatinOrSlot(), khmer);
        Assert.Matches("[A-Za-z]{2}", english);
        Assert.DoesNotMatch(AnyKhmerOrSlot(), english);
        Assert.All([khmer, english], text => Assert.False(HasContact(text), text));
    }

    /// <summary>Eight digits in a row, whatever stands between them, or anything that could be a mail or web address.</summary>
    public static bool HasContact(string text) => Contact().IsMatch(Digits.ToAscii(text));

    public static IEnumerable<string> Slots(string text) => Slot().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"[\u1780-\u17B3]{2}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KhmerLetters();

    [GeneratedRegex(@"[A-Za-z{}]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LatinOrSlot();

    [GeneratedRegex(@"[\u1780-\u17FF{}]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyKhmerOrSlot();

    [GeneratedRegex(@"(\d[\s.,-]{0,2}){8}|@|www|http|\+\d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Contact();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slot();
}
