using OurVoice.Cases.Figures.Cutting;

namespace OurVoice.Tests.Cases.Figures.Cutting;

public sealed class TallyTests
{
    private readonly Tally _country = Tally.Of(
    [
        new("03020105", "A", "Open", 2), new("0302", "A", "Closed", 4), new("01", "B", "Open", 8), new("030201", "B", "Open", 16), new("010101", "C", "Open", 0),
    ]);

    [Fact]
    public void Each_place_has_its_own_and_all_below_it_in_order_of_codes() =>
        Assert.Equal("KH:30 01:8 0100:8 010000:8 03:22 0302:22 030200:4 030201:18", string.Join(' ', Walk(_country).Select(t => $"{t.Code}:{t.Total}")));

    [Fact]
    public void Each_place_knows_how_many_of_each_kind_and_state()
    {
        var district = _country.Below[1].Below.Single();
        Assert.Equal((6, 16, 0), (district.Of(FigureBy.Kind, "A"), district.Of(FigureBy.Kind, "B"), district.Of(FigureBy.Kind, "C")));
        Assert.Equal((18, 4), (district.Of(FigureBy.State, "Open"), district.Of(FigureBy.State, "Closed")));
    }

    private static IEnumerable<Tally> Walk(Tally place) => place.Below.SelectMany(Walk).Prepend(place);
}
