using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Host;

public sealed class ClustersTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("ស\u17D2ត\u17D2រី", 3)]
    [InlineData("ជំនួយ", 3)]
    [InlineData("e\u0301👨‍👩‍👧", 2)]
    public void Count_counts_grapheme_clusters(string text, int expected) => Assert.Equal(expected, Clusters.Count(text));

    [Theory]
    [InlineData("កាខាគា", 2, "កាខា")]
    [InlineData("កាខាគា", 3, "កាខាគា")]
    [InlineData("កាខាគា", 9, "កាខាគា")]
    [InlineData("កាខា", 0, "")]
    [InlineData("មស\u17D2ត\u17D2រី", 2, "ម")]
    [InlineData("មស\u17D2ត\u17D2រី", 3, "ម")]
    [InlineData("មស\u17D2ត\u17D2រី", 4, "មស\u17D2ត\u17D2រី")]
    [InlineData("👨‍👩‍👧👨‍👩‍👧", 1, "👨‍👩‍👧")]
    public void First_leaves_out_the_stack_that_does_not_fit(string text, int limit, string expected) =>
        Assert.Equal(expected, Clusters.First(text, limit));

    [Fact]
    public void First_of_any_text_is_a_beginning_within_the_limit_and_never_ends_in_a_subscript_sign()
    {
        const string Story = "ខ្ញុំ បាន ទៅ សាលា​ឃុំ ដើម្បី ធ្វើ សំបុត្រ​កំណើត។ ស្ត្រី ម្នាក់ និង ក្រុមប្រឹក្សា ភ្ជុំបិណ្ឌ";
        for (var limit = 0; limit <= Clusters.Count(Story); limit++)
        {
            var first = Clusters.First(Story, limit);
            Assert.StartsWith(first, Story, StringComparison.Ordinal);
            Assert.InRange(Clusters.Count(first), limit - 3, limit);
            Assert.False(first.EndsWith('\u17D2'));
            Assert.True(first.Length == Story.Length || Story[first.Length] is not (>= '\u17B4' and <= '\u17D3'));
        }
    }

    [Fact]
    public void First_of_endless_subscripts_still_cuts_at_the_limit() =>
        Assert.Equal(100, Clusters.Count(Clusters.First(string.Concat(Enumerable.Repeat("ក\u17D2", 500)), 100)));

    [Fact]
    public void First_refuses_a_negative_limit() => Assert.Throws<ArgumentOutOfRangeException>(() => Clusters.First("ក", -1));

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData(" \t\r\n\u00A0\u3000", true)]
    [InlineData("\u200B\u200C\u200D\u2060\uFEFF\u00AD\u17B5", true)]
    [InlineData("\u200Bក", false)]
    [InlineData(".", false)]
    public void IsBlank_is_true_when_nothing_can_be_seen(string? text, bool expected) => Assert.Equal(expected, Clusters.IsBlank(text));

    [Fact]
    public void NormalizeNewlines_leaves_one_kind() => Assert.Equal("a\nb\nc\n\nd", Clusters.NormalizeNewlines("a\r\nb\rc\n\u2028d"));
}
