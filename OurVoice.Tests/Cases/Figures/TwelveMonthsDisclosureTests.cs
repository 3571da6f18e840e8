using System.Globalization;
using OurVoice.Cases.Figures.Cutting;
using Xunit.Abstractions;

namespace OurVoice.Tests.Cases.Figures;

/// <summary>
/// Nobody who has the tables of each month and the totals of the months together learns a count from 1 to 9. Three or four months
/// stand for twelve: fewer months hide less.
/// </summary>
public sealed class TwelveMonthsDisclosureTests(ITestOutputHelper output)
{
    private static readonly string[] One = ["Support"];
    private static readonly string[] Two = ["Support", "Complaint"];

    [Theory]
    [InlineData(4, false, 500)]
    [InlineData(2, true, 60)]
    public void No_small_count_follows_from_months_and_twelve_months_together(int months, bool brokenDown, int worlds)
    {
        var totals = 0;
        for (var seed = 0; seed < worlds; seed++)
        {
            var year = Make(seed, months, brokenDown ? Two : One);
            var tables = year.Select(Cut).ToList();
            var twelve = Together(year, tables);
            totals += twelve.Count;
            if (twelve.Count > 0)
            {
                Assert.Empty(new TwelveReader(year, tables, twelve).Known().Select(k => $"world {seed}: {k}"));
            }
        }

        output.WriteLine($"{worlds} worlds, {totals} totals of months together");
        Assert.InRange(totals, worlds / 2, int.MaxValue);
    }

    [Fact]
    public void Who_knows_the_rules_too_finds_for_each_small_count_another_world_with_the_same_tables()
    {
        var (totals, cells) = (0, 0);
        for (var seed = 0; seed < 70; seed++)
        {
            var year = Make(seed, 3, One);
            var tables = year.Select(Cut).ToList();
            var twelve = Together(year, tables);
            totals += twelve.Count;
            foreach (var (month, commune) in twelve.Count == 0 ? [] : Enumerable.Range(0, 3).SelectMany(m => year[m].Cases.Where(c => c.Count < 10).Select(c => (m, c.Place))))
            {
                // Months alone are judged elsewhere; here it counts that the totals take none of their other worlds away.
                bool Found(bool third, bool together) => Others(year, month, commune, third).Any(o =>
                    o.Zip(tables, (w, t) => Cut(w).SequenceEqual(t)).All(same => same) && (!together || Together(o, tables).SequenceEqual(twelve)));
                var found = Found(third: false, together: true) || Found(third: true, together: true);
                cells += found ? 1 : 0;
                Assert.True(found || !Found(third: false, together: false), string.Create(CultureInfo.InvariantCulture, $"world {seed}: month {month}, {commune}"));
            }
        }

        output.WriteLine($"{totals} totals, {cells} small counts of communes with another world");
        Assert.InRange(cells, 150, int.MaxValue);
    }

    [Fact]
    public void The_reader_of_this_test_is_not_blind()
    {
        // 020102 is hidden in the second month only, and its total of both would tell how many it had there.
        var year = new[] { World(("020101", 20), ("020102", 15), ("020103", 30)), World(("020101", 20), ("020102", 5), ("020103", 30)) };
        var tables = year.Select(Cut).ToList();
        Assert.Empty(Together(year, tables));
        Assert.Empty(new TwelveReader(year, tables, []).Known());
        Assert.Contains("month 1: 020102  is 5", new TwelveReader(year, tables, [new("0201", "020102", 20)]).Known());
    }

    private static World World(params (string Commune, int Count)[] counts) =>
        new([.. counts.Select(c => c.Commune)], [.. counts.Where(c => c.Count != 0).Select(c => new Counted(c.Commune, One[0], "Open", c.Count))], One, ["Open"]);

    private static IReadOnlyList<Published> Cut(World world) =>
        MonthCut.Of(Tally.Of(world.Cases), new Dictionary<FigureBy, IReadOnlyList<string>> { [FigureBy.Kind] = world.Kinds, [FigureBy.State] = world.States });

    private static IReadOnlyList<PublishedTwelve> Together(IEnumerable<World> year, IEnumerable<IReadOnlyList<Published>> tables) =>
        TwelveMonthsCut.Of(Tally.Of(year.SelectMany(m => m.Cases)), tables);

    // One to nine cases moved to a commune beside it, and as many from there to that commune or a third in another month, or nothing.
    private static IEnumerable<World[]> Others(World[] year, int month, string commune, bool third) =>
        from other in year[0].Communes
        where other != commune
        from to in year[0].Communes
        where to != other && (third || to == commune)
        from back in Enumerable.Range(-1, year.Length + 1)
        where back != month
        from moved in Enumerable.Range(-9, 19)
        where moved != 0
        let made = year.Select((w, i) => i == month ? Moved(w, commune, other, moved) : i == back ? Moved(w, other, to, moved) : w).ToArray()
        where made.All(w => w.Cases.All(c => c.Count > 0))
        select made;

    private static World Moved(World world, string from, string to, int moved) =>
        World([.. world.Communes.Select(c => (c, world.Count(p => p == c) + (c == from ? -moved : c == to ? moved : 0)))]);

    // Communes that are always small, always large, either, or without any for months.
    private static World[] Make(int seed, int months, string[] kinds)
    {
        var random = new Random(seed);
        var communes = new List<string>();
        foreach (var place in Enumerable.Range(0, random.Next(1, 4)))
        {
            communes.AddRange(Enumerable.Range(1, random.Next(2, 5)).Select(c => $"0{1 + (place / 2)}0{1 + (place % 2)}0{c}"));
        }

        communes = [.. communes.Take(kinds.Length > 1 ? 5 : 9)];
        var sizes = communes.ConvertAll(_ => random.Next(7) switch { 0 => (0, 2), 1 or 2 => (1, 8), 3 => (0, 13), 4 => (5, 25), _ => (15, 60) });
        return [.. Enumerable.Range(0, months).Select(_ => new World(communes, [.. communes.Zip(sizes).SelectMany(c => Cases(c.First, c.Second))], kinds, ["Open"]))];

        IEnumerable<Counted> Cases(string commune, (int Least, int Most) size) =>
            Enumerable.Range(0, random.Next(size.Least, size.Most)).Select(_ => kinds[random.Next(4) == 0 ? 0 : ^1]).GroupBy(k => k).Select(g => new Counted(commune, g.Key, "Open", g.Count()));
    }
}
