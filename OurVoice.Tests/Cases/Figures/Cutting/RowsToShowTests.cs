using System.Globalization;
using OurVoice.Cases.Figures.Cutting;

namespace OurVoice.Tests.Cases.Figures.Cutting;

/// <summary>The communes 020101, 020102 ... of one district, each with its cases of kind A and B: which may be broken down by kind.</summary>
public sealed class RowsToShowTests
{
    [Theory]
    [InlineData("10-10 20-0 0-30", "1 2 3")] // no small number, nothing hidden
    [InlineData("2-20 30-30 40-40", "3")] // the smallest of the rest hides it
    [InlineData("5-20 5-30 40-40", "3")] // two that hide each other: ten of A in all
    [InlineData("4-20 5-30 40-40 50-50", "4")] // nine together are still too few
    [InlineData("2-20 30-30", "")]
    [InlineData("2-20", "")]
    [InlineData("2-20 30-30 30-30 40-40", "3 4")] // of two equals the first
    [InlineData("2-20 0-25 30-30 40-40", "4")] // who has none of A hides nothing of it, so one more goes
    [InlineData("20-2 30-30 40-40", "3")]
    public void What_is_hidden_together_has_no_small_number(string counts, string shown)
    {
        var communes = counts.Split(' ').SelectMany((c, i) => c.Split('-').Zip(["A", "B"], (n, kind) => new Counted($"02010{i + 1}", kind, "Open", int.Parse(n, CultureInfo.InvariantCulture))));
        var district = Tally.Of(communes).Below.Single().Below.Single();
        Column[] columns = [new("A", ["A"]), new("B", ["B"])];
        var rows = RowsToShow.Of([.. district.Below.Select(t => new PlaceUnit(t.Code, [t]))], FigureBy.Kind, columns);
        Assert.Equal(shown, string.Join(' ', rows.Select(r => r.Code[^1])));
    }
}
