using OurVoice.Cases.Figures.Cutting;

namespace OurVoice.Tests.Cases.Figures;

/// <summary>How the communes of one district are put together.</summary>
public sealed class PlaceUnitTests
{
    [Theory]
    [InlineData("20 15 12", "020101:20 020102:15 020103:12")]
    [InlineData("20 6 5", "020101:20 0201*:11")]
    [InlineData("20 15 5", "020101:20 0201*:20")]
    [InlineData("20 15 3 4", "020101:20 0201*:22")]
    [InlineData("12 5", "")]
    [InlineData("5 4", "")]
    [InlineData("5 6", "")]
    [InlineData("30 9 9", "")]
    [InlineData("40 30 9 9", "020101:40 0201*:48")]
    [InlineData("30 9 8", "020101:30 0201*:17")]
    [InlineData("17", "020101:17")]
    [InlineData("5 15 15 40", "020103:15 020104:40 0201*:20")] // of two equals the first joins
    public void Small_places_stand_with_the_smallest_that_are_needed(string counts, string units)
    {
        var cases = counts.Split(' ').Select((c, i) => new Counted($"02010{i + 1}", "Support", "Open", int.Parse(c, System.Globalization.CultureInfo.InvariantCulture)));
        var district = Tally.Of(cases).Below.Single().Below.Single();
        Assert.Equal(units, string.Join(' ', PlaceUnit.Split(district).Select(u => $"{u.Code}:{u.Total}")));
    }

    [Theory]
    [InlineData("KH*", 1)]
    [InlineData("02*", 2)]
    [InlineData("0201*", 3)]
    public void What_stands_together_is_named_after_the_parts_and_not_after_their_place(string together, int level) =>
        Assert.Equal(level, PlaceUnit.LevelOfParts(together));

    [Fact]
    public void A_value_that_is_rare_in_the_country_stands_with_the_next_rarest_and_what_nobody_chose_is_nought()
    {
        var country = Tally.Of([new("020101", "A", "Open", 40), new("020101", "B", "Open", 12), new("020101", "C", "Open", 3)]);
        var columns = Column.Of(country, FigureBy.Kind, ["A", "B", "C", "D"]);
        Assert.Equal(["D:0", "A:40", "Others:15"], columns.Select(c => $"{c.Value}:{c.Of(new PlaceUnit("KH", [country]), FigureBy.Kind)}"));
        Assert.Empty(Column.Of(Tally.Of([new("020101", "A", "Open", 11), new("020101", "B", "Open", 3)]), FigureBy.Kind, ["A", "B"]));
    }

    [Fact]
    public void A_row_with_a_small_number_takes_a_second_one_with_it()
    {
        // 020101 has two complaints; shown beside its parent and its siblings they could be reckoned.
        Counted[] cases =
        [
            new("020101", "Complaint", "Open", 2), new("020101", "Support", "Open", 20), new("020102", "Complaint", "Open", 30),
            new("020102", "Support", "Open", 30), new("020103", "Complaint", "Open", 40), new("020103", "Support", "Open", 40),
        ];
        var rows = MonthCut.Of(Tally.Of(cases), new Dictionary<FigureBy, IReadOnlyList<string>> { [FigureBy.Kind] = ["Complaint", "Support"] });
        Assert.Equal(["020103"], rows.Where(r => r.By == FigureBy.Kind && r.Parent == "0201").Select(r => r.Unit).Distinct());
        Assert.Equal(["020101", "020102", "020103"], rows.Where(r => r.By == FigureBy.Total && r.Parent == "0201").Select(r => r.Unit));
    }

    [Fact]
    public void A_month_with_fewer_than_ten_says_so_and_nothing_else_and_one_without_any_says_nought()
    {
        var dimensions = new Dictionary<FigureBy, IReadOnlyList<string>> { [FigureBy.Kind] = ["Support"] };
        Assert.Equal([null], MonthCut.Of(Tally.Of([new("020101", "Support", "Open", 9)]), dimensions).Select(r => r.Count));
        Assert.Equal(0, MonthCut.Of(Tally.Of([]), dimensions)[0].Count);
    }
}
