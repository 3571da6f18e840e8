using OurVoice.Cases.Figures.Cutting;

namespace OurVoice.Tests.Cases.Figures.Cutting;

/// <summary>Every row of a month, as it is kept and published.</summary>
public sealed class MonthCutTests
{
    private static readonly Dictionary<FigureBy, IReadOnlyList<string>> Dimensions = new() { [FigureBy.Kind] = ["A", "B"], [FigureBy.State] = ["Open"] };

    [Fact]
    public void Large_places_stand_alone_small_ones_together_and_what_stands_together_is_not_looked_into()
    {
        Counted[] cases = [new("010101", "A", "Open", 30), new("010102", "A", "Open", 4), new("010103", "B", "Open", 11), new("010201", "B", "Open", 20)];
        string[] expected =
        [
            "Total  KH 1  65", "Total KH 01 1  65", "Total 01 0101 1  45", "Total 0101 010101 1  30", "Total 0101 0101* 2  15", "Total 01 0102 1  20", "Total 0102 010201 1  20",
            "Kind  KH 1 B 31", "Kind  KH 1 A 34", "Kind KH 01 1 B 31", "Kind KH 01 1 A 34", "Kind 01 0101 1 B 11", "Kind 01 0101 1 A 34", "Kind 01 0102 1 B 20", "Kind 01 0102 1 A 0", "Kind 0102 010201 1 B 20", "Kind 0102 010201 1 A 0",
            "State  KH 1 Open 65", "State KH 01 1 Open 65", "State 01 0101 1 Open 45", "State 0101 010101 1 Open 30", "State 0101 0101* 2 Open 15", "State 01 0102 1 Open 20", "State 0102 010201 1 Open 20",
        ];
        Assert.Equal(expected, MonthCut.Of(Tally.Of(cases), Dimensions).Select(r => $"{r.By} {r.Parent} {r.Unit} {r.Places} {r.Value} {r.Count}"));
    }

    [Fact]
    public void Fewer_than_ten_in_the_whole_country_is_one_row_without_a_number() =>
        Assert.Equal([new(FigureBy.Total, "", "KH", 1, "", Count: null)], MonthCut.Of(Tally.Of([new("010101", "A", "Open", 9)]), Dimensions));

    [Fact]
    public void A_table_whose_columns_would_all_stand_together_is_not_there()
    {
        Counted[] cases = [new("010101", "A", "Open", 11), new("010101", "B", "Open", 7)];
        Assert.Equal([FigureBy.Total, FigureBy.State], MonthCut.Of(Tally.Of(cases), Dimensions).Select(r => r.By).Distinct());
    }

    [Fact]
    public void A_month_without_a_case_is_nought_in_every_table() =>
        Assert.Equal(
            [new(FigureBy.Total, "", "KH", 1, "", 0), new(FigureBy.Kind, "", "KH", 1, "A", 0), new(FigureBy.Kind, "", "KH", 1, "B", 0), new(FigureBy.State, "", "KH", 1, "Open", 0)],
            MonthCut.Of(Tally.Of([]), Dimensions));
}
