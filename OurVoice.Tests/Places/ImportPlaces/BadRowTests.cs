using System.Text;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places.ImportPlaces;

public sealed class BadRowTests
{
    [Theory]
    [InlineData("2A,,1,Province,ខេត្ត,New River,ទន្លេថ្មី,", "line 2, column code: found \"2A\"; expected an official code")]
    [InlineData("២៦,,1,Province,ខេត្ត,New River,ទន្លេថ្មី,", "column code: found \"២៦\"")]
    [InlineData("26,,2,Province,ខេត្ត,New River,ទន្លេថ្មី,", "column level: found \"2\"; expected 1")]
    [InlineData("0299,03,2,District,ស្រុក,New River,ទន្លេថ្មី,", "column parent_code: found \"03\"; expected 02")]
    [InlineData("2699,26,2,District,ស្រុក,New River,ទន្លេថ្មី,", "column parent_code: found \"26\"; expected a parent that is in these files or already imported")]
    [InlineData("26,,1,Khan,ខណ្ឌ,New River,ទន្លេថ្មី,", "column type: found \"Khan\"; expected Province, Capital")]
    [InlineData("26,,1,Province,រាជធានី,New River,ទន្លេថ្មី,", "column type_km: found \"រាជធានី\"; expected ខេត្ត")]
    [InlineData("26,,1,Province,ខេត្ត,ទន្លេ,ទន្លេថ្មី,", "column name_en: found \"ទន្លេ\"; expected a name in Latin letters")]
    [InlineData("26,,1,Province,ខេត្ត,New River,New River,", "column name_km: found \"New River\"; expected a name in Khmer letters")]
    [InlineData("26,,1,Province,ខេត្ត,New River,ទន្លេ\u200Bថ្មី,", "column name_km: found \"ទន្លេ[U+200B]ថ្មី\"; expected no zero-width")]
    [InlineData("26,,1,Province,ខេត្ត,New\u00A0River,ទន្លេថ្មី,", "column name_en: found \"New[U+00A0]River\"; expected no zero-width")]
    [InlineData("26,,1,Province,ខេត្ត,New River , ទន្លេថ្មី,", "column name_en: found \"New River \"; expected no space at the beginning")]
    [InlineData("26,,1,Province,ខេត្ត,Ne\u0301w River,ទន្លេថ្មី,", "expected text in Unicode form NFC")]
    [InlineData("26,,1,Province,ខេត្ត,New River,ទន្លេថ្មី", "line 2: found \"7\"; expected 8 cells")]
    [InlineData("26,,1,Province,ខេត្ត,\"New River,ទន្លេថ្មី,", "expected quotation marks in pairs")]
    [InlineData("26,,1,Province,ខេត្ត,New \"great\" River,ទន្លេថ្មី,", "expected quotation marks in pairs")]
    public async Task Each_column_has_its_sentence(string row, string sentence)
    {
        await using var host = await TestHost.CreateAsync();
        var (exit, said) = await host.CallAsync("import places", host.Write("bad.csv", RiverProvince.File(row)));
        Assert.Equal(1, exit);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.StartsWith("bad.csv, line 2", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_named_with_its_limit()
    {
        await using var host = await TestHost.CreateAsync();
        var (_, said) = await host.CallAsync("import places", host.Write("bad.csv", RiverProvince.File($"26,,1,Province,ខេត្ត,{new string('R', 81)},ទន្លេថ្មី,")));
        Assert.Contains("expected at most 80 characters", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_code_with_other_words_is_refused_with_both_lines_and_equal_rows_are_not()
    {
        await using var host = await TestHost.CreateAsync();
        var first = host.Write("first.csv", RiverProvince.File(RiverProvince.Tree));
        var second = host.Write("second.csv", RiverProvince.File(RiverProvince.Tree[0], RiverProvince.Tree[1].Replace("Market Town", "Other Town", StringComparison.Ordinal)));
        var (exit, said) = await host.CallAsync("import places", first, second);
        Assert.Equal(1, exit);
        Assert.Contains("second.csv, line 3, column code: found \"2601\"; expected the same as in first.csv, line 3", said, StringComparison.Ordinal);
        Assert.Contains("Mistakes found: 1", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_bad_rows_of_all_files_are_told_at_once()
    {
        await using var host = await TestHost.CreateAsync();
        var one = host.Write("one.csv", RiverProvince.File("26,,1,Province,ខេត្ត,,,", "27,,1,Province,ខេត្ត,,ទន្លេ,"));
        var two = host.Write("two.csv", "code,name_en", "28,x");
        var (_, said) = await host.CallAsync("import places", one, two, Path.Combine(host.Folder, "none.csv"));
        Assert.Contains("one.csv, line 2, column name_en", said, StringComparison.Ordinal);
        Assert.Contains("one.csv, line 3, column name_en", said, StringComparison.Ordinal);
        Assert.Contains("two.csv, line 1, column name_km: found \"code,name_en\"; expected a column named name_km", said, StringComparison.Ordinal);
        Assert.Contains("none.csv: there is no such file", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_UTF8_is_refused()
    {
        await using var host = await TestHost.CreateAsync();
        var path = Path.Combine(host.Folder, "old.csv");
        await File.WriteAllBytesAsync(path, [.. Encoding.UTF8.GetBytes(RiverProvince.Header + "\n26,,1,Province,ខេត្ត,R"), 0xE9, .. Encoding.UTF8.GetBytes("am,ទន្លេ,\n")]);
        var (exit, said) = await host.CallAsync("import places", path);
        Assert.Equal(1, exit);
        Assert.Contains("old.csv, line 2: found \"Réam\"; expected text in UTF-8", said, StringComparison.Ordinal);
    }
}
