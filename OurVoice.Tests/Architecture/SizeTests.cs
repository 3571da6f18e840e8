using Xunit.Abstractions;

namespace OurVoice.Tests.Architecture;

public sealed class SizeTests(ITestOutputHelper output)
{
    private const int Longest = 400;

    [Fact]
    public void No_source_file_is_longer_than_400_lines() =>
        Assert.Empty(Repository.Files(".cs").Concat(Repository.Files(".razor"))
            .Select(f => (File: f, Lines: Lines(f))).Where(f => f.Lines > Longest)
            .Select(f => $"{Path.GetRelativePath(Repository.Root, f.File)}: {f.Lines} lines"));

    [Theory]
    [InlineData(".cs")]
    [InlineData(".razor")]
    public void Most_files_are_short(string ending)
    {
        var sizes = Repository.Files(ending).Select(Lines).Order().ToList();
        var (median, ninth) = (sizes[sizes.Count / 2], sizes[sizes.Count * 9 / 10]);
        output.WriteLine($"{sizes.Count} {ending} files: median {median}, 90th percentile {ninth}, longest {sizes[^1]} lines");
        Assert.InRange(median, 1, 60);
        Assert.InRange(ninth, 1, 170);
    }

    [Fact]
    public void No_code_block_of_a_page_is_longer_than_60_lines() =>
        Assert.Empty(Repository.Files(".razor").SelectMany(f => CodeBlocks(File.ReadAllLines(f)).Where(n => n > 60)
            .Select(n => $"{Path.GetRelativePath(Repository.Root, f)}: {n} lines of @code")));

    [Fact]
    public void CodeBlocks_counts_from_the_mark_to_its_closing_brace() =>
        Assert.Equal([4, 1], CodeBlocks(["<p>", "@code {", "    int a;", "    { }", "}", "<p>", "@code { int b; }", "x"]));

    private static int Lines(string file) => File.ReadLines(file).Count();

    private static IEnumerable<int> CodeBlocks(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("@code", StringComparison.Ordinal))
            {
                var end = lines[i].TrimEnd().EndsWith('}') ? i : Array.FindIndex(lines, i + 1, l => l.StartsWith('}'));
                yield return (end < 0 ? lines.Length - 1 : end) - i + 1;
            }
        }
    }
}
