using OurVoice.Cases.Figures.Cutting;

namespace OurVoice.Tests.Cases.Figures.Cutting;

public sealed class ThresholdTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void One_to_nine_are_small(int count, bool isSmall) => Assert.Equal(isSmall, Threshold.IsSmall(count));

    [Theory]
    [InlineData("4 6", true)] // ten in all
    [InlineData("4 5", false)]
    [InlineData("9 9", false)] // who knows that each is small reads both off
    [InlineData("9 9 0", false)] // whoever has none does not blur that
    [InlineData("9 10", true)]
    [InlineData("9 9 9", false)]
    [InlineData("8 9 9", true)]
    public void A_sum_stands_for_its_parts_when_none_can_be_read_off(string counts, bool may) =>
        Assert.Equal(may, Threshold.MayStandTogether([.. counts.Split(' ').Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture))]));
}
