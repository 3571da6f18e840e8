using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Host;

public sealed class FoldTests
{
    [Theory]
    [InlineData("ពៅ\u17D2ន", "ព\u17D2នៅ")] // a vowel typed before its subscript
    [InlineData("កណ\u17D2ដាល", "កណ\u17D2តាល")] // coeng DA and coeng TA
    [InlineData("ឲ\u17D2យ", "ឱ\u17D2យ")]
    [InlineData("ប៉ើស២", "ប៉ើស2")]
    [InlineData("សំ\u200Bរោង\uFEFF", "សំរោង")]
    [InlineData("សម\u00AD\u2060បត្តិ", "សមបត្តិ")]
    [InlineData("ស\u17D2ត\u17D2រី", "ស\u17D2រ\u17D2តី")] // Ro is drawn in front wherever it is typed
    [InlineData("កា\u17C6", "ក\u17C6ា")] // sign before vowel
    [InlineData("បុ\u17C9", "ប\u17C9ុ")] // shifter after vowel
    [InlineData("ធម\u17CC\u17D2មា", "ធម\u17D2ម\u17CCា")] // robat after subscript
    [InlineData("ក\u17DD\u17D2ក", "ក\u17D2ក\u17DD")] // NFC moves this sign between the coeng and its letter
    [InlineData("ក\u17C1\u17B8", "ក\u17BE")] // a vowel in two parts
    [InlineData("ក\u17B6\u17C1", "ក\u17C4")]
    [InlineData("ឣ", "អ")]
    [InlineData("កឺ\u17BA", "កឺ")] // the same mark twice is drawn once
    [InlineData("ក\u17D2", "ក")] // a subscript sign with nothing under it
    [InlineData("Kratié", "kratie")]
    [InlineData("PHNOM  PENH\t", "phnom penh")]
    [InlineData("Đà Nẵng", "da nang")]
    [InlineData("Øst Łódź", "ost lodz")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Æther, Cœur", "aether, coeur")]
    [InlineData("Kırık", "kirik")]
    [InlineData("កា\u0301", "កា")] // a mark of another script on a Khmer letter
    [InlineData("ក\U0001D165ា", "កា")]
    [InlineData("a\u17B6b", "ab")] // a Khmer mark on a letter of another script
    [InlineData("\u17B6ក", "ក")]
    [InlineData("１２៣", "123")]
    [InlineData(" \r\n ", "")]
    public void Spellings_that_look_alike_fold_to_one(string typed, string other) => Assert.Equal(Fold.Of(other), Fold.Of(typed));

    [Theory]
    [InlineData("កា", "ក")]
    [InlineData("ក\u17D2ក", "កក")]
    [InlineData("ឫ", "ឬ")]
    [InlineData("ដា", "តា")] // only the subscripts of DA and TA look alike
    [InlineData("ប៉ី", "ប៊ី")]
    [InlineData("ស\u17D2ត\u17D2រី", "ស\u17D2តី")]
    [InlineData("Takeo", "Taken")]
    public void Different_words_stay_different(string a, string b) => Assert.NotEqual(Fold.Of(a), Fold.Of(b));

    [Fact]
    public void Fold_has_the_documented_form() =>
        Assert.Equal("ខេត\u17D2ត កណ\u17D2តាល 12 krong", Fold.Of("  ខេត\u17D2ត\u200B កណ\u17D2ដាល\u00A0១២\u3000Króng "));

    [Fact]
    public void Folding_twice_changes_nothing_whatever_is_typed()
    {
        const string Nasty = "កដតរអឱឲឣ\u17D2\u17D2\u17D2\u17C9\u17CA\u17CC\u17B6\u17B8\u17BB\u17C1\u17C6\u17C7\u17DD\u17D3\u200B\u00AD\u0301\u0E38\u3099"
            + "aÉİßĐ ១\n។\uD83D\uDE00\uD800\u17B4\u0327\u1100\u1161\U0001D165\U0001D167\u302E";
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Nasty[random.Next(Nasty.Length)]));
            var once = Fold.Of(typed);
            Assert.True(once == Fold.Of(once), string.Join(' ', typed.Select(c => ((int)c).ToString("X4", null))));
        }
    }

    [Theory]
    [InlineData("Battambang", "batambang")]
    [InlineData("Kampong Chhnang", "kampong chnang")]
    [InlineData("Krong Poipet", "poi pet")]
    [InlineData("កំពង់ឆ្នាំង", "កពង់ឆ្នាំង")]
    [InlineData("បាត់ដំបង", "បាត់ដបង")]
    [InlineData("សំបុត្រកំណើត", "កំណើត")]
    [InlineData("Birth certificate, copy", "birth certficate")]
    public void A_typing_error_or_a_part_of_the_name_still_matches(string name, string query) =>
        Assert.True(Fold.Matches(Fold.Of(name), Fold.Of(query)));

    [Theory]
    [InlineData("Battambang", "")]
    [InlineData("Battambang", "siem reap")]
    [InlineData("Banteay Meanchey", "bakan")] // the same beginning is not enough
    [InlineData("ព\u17D2រៃវែង", "ព\u17D2រះវិហារ")]
    [InlineData("បាត់ដំបង", "ព្រៃវែង")]
    [InlineData("", "kep")]
    public void Something_else_does_not_match(string name, string query) =>
        Assert.False(Fold.Matches(Fold.Of(name), Fold.Of(query)));

    [Fact]
    public void Score_ranks_equal_then_beginning_then_word_then_inside_then_typing_error()
    {
        string[] best = ["kep", "kep thmei", "krong kep", "pikepa"];
        var scores = best.Select(name => Fold.Score(name, "kep")).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(1, scores[0]);
        Assert.Equal(best.Length, scores.Distinct().Count());
        Assert.True(Fold.Score("pikepa", "kep") > Fold.Score("battambang", "batambang"));
        Assert.True(Fold.Score("svay rieng", "svay") > Fold.Score("svay rieng thom", "svay"));
    }

    [Theory]
    [InlineData("kep", "kep", 1)]
    [InlineData("kep thmei", "kep", 0.9 + (0.05 * 3 / 9))]
    [InlineData("krong kep", "kep", 0.8 + (0.05 * 3 / 9))]
    [InlineData("pikepa", "kep", 0.7 + (0.05 * 3 / 6))]
    [InlineData("pikepa", "pi ke", 0.7 + (0.05 * 5 / 6))] // spaces aside
    [InlineData("battambang", "batambang", (0.6 * 0.9) + (0.05 * 9 / 10))] // nine of ten trigrams
    [InlineData("kep", "kex", 0.3 + 0.05)] // exactly half of them
    [InlineData("kep", "kxx", 0)]
    [InlineData("kep", "...", 0)] // nothing in it to compare
    [InlineData("kep", "", 0)]
    [InlineData("", "kep", 0)]
    public void Score_lies_in_the_documented_band(string name, string query, double score) =>
        Assert.Equal(score, Fold.Score(name, query), precision: 9);

    [Fact]
    public void Trigrams_know_where_a_word_begins_and_skip_punctuation() =>
        Assert.Equal(["  k", " ke", "kep", "ep "], Fold.Trigrams("«kep», kep"));
}
