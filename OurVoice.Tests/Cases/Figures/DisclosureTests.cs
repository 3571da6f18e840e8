using OurVoice.Cases.Figures.Cutting;
using Xunit.Abstractions;

namespace OurVoice.Tests.Cases.Figures;

/// <summary>Nobody who solves all published tables of a month together learns a count from 1 to 9 of any place.</summary>
public sealed class DisclosureTests(ITestOutputHelper output)
{
    private static readonly string[] Kinds = ["Complaint", "Support", "Information"];
    private static readonly string[] States = ["Open", "Answered", "Closed"];

    [Fact]
    public void No_small_count_follows_from_the_published_tables()
    {
        const int Worlds = 600;
        var (published, small) = (0, 0);
        for (var seed = 0; seed < Worlds; seed++)
        {
            var world = Make(seed);
            var tables = Cut(world);
            published += tables.Count;
            small += world.Communes.Count(c => world.Count(p => p == c) is > 0 and < 10);
            if (tables.Count > 1)
            {
                Assert.Empty(new Reader(world, tables).Known().Select(k => $"world {seed}: {k}"));
            }
        }

        output.WriteLine($"{Worlds} worlds, {published} published numbers, {small} communes with fewer than 10 cases");
        Assert.InRange(published, Worlds * 5, int.MaxValue);
        Assert.InRange(small, Worlds, int.MaxValue);
    }

    [Fact]
    public void Every_published_number_is_nought_or_ten_at_least_and_true()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var world = Make(seed);
            foreach (var row in Cut(world).Where(r => r.Count is not null && !r.Unit.EndsWith('*')))
            {
                Assert.False(row.Count is > 0 and < 10);
                var place = row.Unit == "KH" ? "" : row.Unit;
                bool Here(string code) => code.StartsWith(place, StringComparison.Ordinal);
                Assert.Equal(row.Value == "Others" ? row.Count : world.Count(Here, row.By == FigureBy.Kind ? row.Value : null, row.By == FigureBy.State ? row.Value : null), row.Count);
            }
        }
    }

    [Fact]
    public void The_reader_of_this_test_is_not_blind()
    {
        var world = new World(["010101", "010102"], [new("010101", "Complaint", "Open", 20), new("010102", "Complaint", "Open", 5)], ["Complaint"], ["Open"]);
        Published[] careless = [new(FigureBy.Total, "", "KH", 1, "", 25), new(FigureBy.Total, "KH", "01", 1, "", 25), new(FigureBy.Total, "01", "0101", 1, "", 25), new(FigureBy.Total, "0101", "010101", 1, "", 20)];
        Assert.NotEmpty(new Reader(world, [.. careless, new(FigureBy.Total, "0101", "0101*", 1, "", 5)]).Known());
        Assert.Empty(new Reader(world, careless[..3]).Known());
    }

    private static IReadOnlyList<Published> Cut(World world) => MonthCut.Of(
        Tally.Of(world.Cases), new Dictionary<FigureBy, IReadOnlyList<string>> { [FigureBy.Kind] = world.Kinds, [FigureBy.State] = world.States });

    // Small places, large ones, empty ones; kinds and states that are rare everywhere or somewhere.
    private static World Make(int seed)
    {
        var random = new Random(seed);
        var communes = new List<string>();
        foreach (var province in Enumerable.Range(1, random.Next(1, 4)))
        {
            foreach (var district in Enumerable.Range(1, random.Next(1, 3)))
            {
                communes.AddRange(Enumerable.Range(1, random.Next(1, 5)).Select(c => $"{province:D2}{district:D2}{c:D2}"));
            }
        }

        communes = [.. communes.Take(10)];
        var rare = random.Next(0, 3);
        var cases = communes.SelectMany(c =>
        {
            var size = random.Next(5) switch { 0 => 0, 1 => random.Next(1, 4), 2 => random.Next(1, 13), 3 => random.Next(5, 30), _ => random.Next(20, 90) };
            var home = random.Next(3);
            return Enumerable.Range(0, size).Select(_ => new Counted(c, Kinds[Pick(random, rare, home)], States[Pick(random, rare, home)], 1));
        });
        return new(communes, [.. cases.GroupBy(c => c with { Count = 1 }).Select(g => g.Key with { Count = g.Count() })], Kinds, States);
    }

    private static int Pick(Random random, int rare, int home) => rare switch
    {
        0 => random.Next(3),
        1 => random.Next(12) == 0 ? random.Next(3) : home,
        _ => random.Next(20) == 0 ? 2 : random.Next(2),
    };
}
