using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Host;

/// <summary>Every mark of the script in the two orders in which people type it; the ranges are those of the Unicode chart.</summary>
public sealed class KhmerOrderTests
{
    private const string SubscriptKa = "\u17D2\u1780";
    private const char Muusikatoan = '\u17C9';
    private const char Aa = '\u17B6';

    private static readonly char[] Letters = [.. Range('\u1780', '\u17B3')];
    private static readonly char[] Vowels = [.. Range('\u17B6', '\u17C5')];
    private static readonly char[] Signs = [.. Range('\u17C6', '\u17C8'), '\u17CB', .. Range('\u17CD', '\u17D1'), '\u17D3', '\u17DD'];

    [Fact]
    public void On_every_letter_a_subscript_may_be_typed_before_or_after_the_vowel() =>
        Assert.All(Letters, letter => Same($"{letter}{SubscriptKa}{Aa}", $"{letter}{Aa}{SubscriptKa}"));

    [Fact]
    public void Every_letter_may_stand_below() =>
        Assert.All(Letters, letter => Same($"ស\u17D2{letter}{Aa}", $"ស{Aa}\u17D2{letter}"));

    [Fact]
    public void Every_vowel_may_be_typed_before_or_after_a_subscript_a_shifter_and_a_sign() => Assert.All(Vowels, vowel =>
    {
        Same($"ក{SubscriptKa}{vowel}", $"ក{vowel}{SubscriptKa}");
        Same($"ក{Muusikatoan}{vowel}", $"ក{vowel}{Muusikatoan}");
        Same($"ក{vowel}\u17C6", $"ក\u17C6{vowel}");
    });

    [Fact]
    public void Every_sign_may_be_typed_before_or_after_a_vowel_and_a_shifter() => Assert.All(Signs, sign =>
    {
        Same($"ក{Aa}{sign}", $"ក{sign}{Aa}");
        Same($"ក\u17CA{sign}", $"ក{sign}\u17CA");
    });

    [Fact]
    public void What_is_typed_in_order_stays_as_it_is()
    {
        const string InOrder = "ក\u17CC\u17D2ម\u17D2រ\u17C9ា\u17C6";
        Assert.Equal(InOrder, Fold.Of(InOrder));
        Assert.Equal("ប\u17C9\u17BE ក\u17C4", Fold.Of("ប\u17C1\u17B8\u17C9 ក\u17B6\u17C1"));
    }

    [Fact]
    public void Letters_vowels_and_signs_that_differ_stay_different()
    {
        // Two letters of the chart are twins of another.
        Assert.Equal(Letters.Length - 2, Letters.Select(letter => Fold.Of(letter.ToString())).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Vowels.Length + Signs.Length, Vowels.Concat(Signs).Select(mark => Fold.Of($"ក{mark}")).Distinct(StringComparer.Ordinal).Count());
    }

    private static void Same(string inOrder, string typed) => Assert.Equal(Fold.Of(inOrder), Fold.Of(typed));

    private static IEnumerable<char> Range(char from, char to) => Enumerable.Range(from, to - from + 1).Select(c => (char)c);
}
