using System.Globalization;
using OurVoice.Cases.Figures.Cutting;

namespace OurVoice.Tests.Cases.Figures.Cutting;

/// <summary>Which values have a column of their own; they are A, B, C ... with these counts in the country.</summary>
public sealed class ColumnTests
{
    [Theory]
    [InlineData("40 12", "B:12 A:40")] // nothing rare, nothing together
    [InlineData("0 0", "A:0 B:0")] // a month without any case has each column, with nought
    [InlineData("12 0", "B:0 A:12")]
    [InlineData("3 0 40 12", "B:0 C:40 Others:15")]
    [InlineData("40 4 6", "A:40 Others:10")]
    [InlineData("40 9 9", "")] // two nines take the third with them, and then all stand together
    [InlineData("40 30 9 9", "A:40 Others:48")]
    [InlineData("11 7", "")] // eighteen, which two nines would give too: no further value to blur it
    [InlineData("5", "")]
    public void A_rare_value_stands_with_the_next_rarest(string counts, string columns)
    {
        var values = counts.Split(' ').Select((c, i) => (Name: ((char)('A' + i)).ToString(), Count: int.Parse(c, CultureInfo.InvariantCulture))).ToList();
        var country = Tally.Of(values.Select(v => new Counted("020101", v.Name, "Open", v.Count)));
        var whole = new PlaceUnit("KH", [country]);
        var cut = Column.Of(country, FigureBy.Kind, values.Select(v => v.Name));
        Assert.Equal(columns, string.Join(' ', cut.Select(c => $"{c.Value}:{c.Of(whole, FigureBy.Kind)}")));
    }
}
