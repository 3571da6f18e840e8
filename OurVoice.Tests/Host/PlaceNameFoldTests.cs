using OurVoice.Contracts.Host;
using Xunit.Abstractions;

namespace OurVoice.Tests.Host;

/// <summary>The real gazetteer where it lies beside the repository; a few of its hard names otherwise.</summary>
public sealed class PlaceNameFoldTests(ITestOutputHelper output)
{
    private static readonly string[][] MadeUp =
    [
        ["01", "", "Kandal", "កណ្តាល"], ["02", "", "S'ang", "ស្អាង"], ["0101", "01", "Ponhea Lueu", "ពញាឮ"],
        ["0102", "01", "Paoy Paet", "ប៉ោយប៉ែត"], ["010201", "0102", "Phnov", "ព្នៅ"], ["010202", "0102", "Phnum", "ភ្នំ"],
        ["010203", "0102", "Paes Pir", "ប៉ើស២"], ["010204", "0102", "Paes Muoy", "ប៉ើស១"],
    ];

    [Fact]
    public void Every_name_folds_idempotently_and_is_found_by_itself()
    {
        foreach (var place in Places())
        {
            foreach (var name in new[] { place[2], place[3] })
            {
                var folded = Fold.Of(name);
                Assert.NotEmpty(folded);
                Assert.Equal(folded, Fold.Of(folded));
                Assert.Equal(1, Fold.Score(folded, Fold.Of("  " + name.ToUpperInvariant() + "\u200B")));
            }
        }
    }

    [Fact]
    public void Siblings_stay_distinct()
    {
        var same = Places().GroupBy(p => (p[1], Fold.Of(p[3]))).Where(g => g.Count() > 1).Select(g => string.Join(',', g.Select(p => p[0])));
        Assert.Empty(same);
    }

    [Fact]
    public void The_province_and_the_district_of_the_same_word_fold_alike() =>
        Assert.True(Fold.Matches(Fold.Of("ស៊ីធរកណ\u17D2ដាល"), Fold.Of("កណ\u17D2តាល")));

    [Theory]
    [InlineData("ក\u17D2ដី\u17D2ករុន", "ក\u17D2ដ\u17D2កីរុន")] // village 21100403
    [InlineData("កន\u17D2ទ\u17D2រ\u17D2ទីង", "កន\u17D2ទ\u17D2ទ\u17D2រីង")] // village 10021001
    public void The_odd_names_of_the_gazetteer_fold_to_the_good_order(string odd, string good)
    {
        Assert.Equal(Fold.Of(good), Fold.Of(odd));
        Assert.Equal(Fold.Of(odd), Fold.Of(Fold.Of(odd)));
    }

    private List<string[]> Places()
    {
        if (Repository.SharedData is not { } folder)
        {
            output.WriteLine("shared/data/cambodia is absent: made-up names");
            return [.. MadeUp];
        }

        var rows = File.ReadLines(Path.Combine(folder, "localities.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(p => new[] { p[0], p[1], p[5], p[6] }).ToList();
        output.WriteLine($"{rows.Count} real places");
        return rows;
    }
}
