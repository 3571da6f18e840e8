using System.Globalization;
using OurVoice.Cases.Figures.Cutting;

namespace OurVoice.Tests.Cases.Figures.Cutting;

/// <summary>The communes of one district in each of a few months, and which have a total of the months together.</summary>
public sealed class TwelveMonthsCutTests
{
    private static readonly Dictionary<FigureBy, IReadOnlyList<string>> Dimensions = [];

    [Theory]
    [InlineData("40 4 7 | 40 5 6", "", "one would leave the other, which had nine")]
    [InlineData("40 5 7 | 40 5 6", "2:10 3:13", "never named and ten at least")]
    [InlineData("40 30 | 40 30", "", "what every month names needs no total")]
    [InlineData("40 6 9 | 40 30 0 | 40 5 8", "", "the total of the third would leave what the second had when it was hidden")]
    [InlineData("40 6 7 9 | 40 30 7 9", "4:18", "the smallest that was never named stays beside the one that was named once")]
    [InlineData("40 6 9 | 5 2 1", "", "fewer than ten in the country in one month")]
    [InlineData("3 13 49 | 9 17 17 | 6 15 29", "", "neither of the two together can have more than the seventeen that are named")]
    [InlineData("11 9 2 | 40 6 9", "2:15 3:11", "eleven are just enough for the two together")]
    public void A_place_named_in_no_month_has_a_total_when_nothing_follows_from_it(string months, string totals, string because)
    {
        var counted = months.Split('|').Select(m => m.Trim().Split(' ').Select((c, i) => new Counted($"02010{i + 1}", "", "", int.Parse(c, CultureInfo.InvariantCulture))).ToList()).ToList();
        var twelve = TwelveMonthsCut.Of(Tally.Of(counted.SelectMany(c => c)), counted.Select(c => MonthCut.Of(Tally.Of(c), Dimensions)));
        Assert.True(totals == string.Join(' ', twelve.Select(t => $"{t.Unit[^1]}:{t.Count}")), because);
    }

    [Fact]
    public void Below_a_district_that_no_month_names_the_communes_are_cut_by_its_twelve_months()
    {
        Counted[] month = [new("010101", "", "", 30), new("010201", "", "", 4), new("010202", "", "", 3), new("010301", "", "", 6)];
        var twelve = TwelveMonthsCut.Of(Tally.Of(Enumerable.Repeat(month, 4).SelectMany(m => m)), Enumerable.Repeat(MonthCut.Of(Tally.Of(month), Dimensions), 4));
        Assert.Equal(["01 0102 28", "01 0103 24", "0102 010201 16", "0102 010202 12", "0103 010301 24"], twelve.Select(t => $"{t.Parent} {t.Unit} {t.Count}"));
    }
}
