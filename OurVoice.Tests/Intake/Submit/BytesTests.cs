using System.IO.Compression;
using OurVoice.Contracts.Host;
using Xunit.Abstractions;

namespace OurVoice.Tests.Intake.Submit;

/// <summary>What the form costs on a weak line, compressed as the server sends it: first visit 60 KB, each next step 12 KB.</summary>
public sealed class BytesTests(ITestOutputHelper output)
{
    private const int FirstVisit = 60 * 1024;
    private const int NextStep = 12 * 1024;
    private static readonly byte[] Voice = [.. Enumerable.Repeat((byte[])[0xFF, 0xFB, 0x90, 0x64, .. new byte[413]], 40).SelectMany(f => f)];

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task First_visit_and_each_step_with_a_thousand_clusters_and_five_files_stay_small(string lang)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).OpenAsync($"/{lang}/");
        var first = Compressed(citizen.Html) + new[] { "public.css", "public.js", "icon.svg" }.Sum(f => Compressed(File.ReadAllText(Repository.At("OurVoice.Web", "wwwroot", f))));
        output.WriteLine($"first visit {first}");
        Assert.InRange(first, 1, FirstVisit);

        await citizen.OpenAsync($"/{lang}/submit/complaint?at={IntakeHost.Commune}");
        await citizen.NextAsync(("office", "none"));
        await citizen.NextAsync();
        await citizen.PressAsync("files", ("story", Story()));
        for (var file = 0; file < 5; file++)
        {
            Assert.InRange(Compressed(citizen.Html), 1, NextStep);
            await citizen.AttachAsync(Voice, "voice.mp3");
        }

        Assert.Equal(5, citizen.Page.QuerySelectorAll("button[value^=drop]").Length);
        Assert.InRange(Compressed(citizen.Html), 1, NextStep);
        await citizen.PressAsync("back");
        for (; citizen.Step != "Receipt"; await citizen.NextAsync())
        {
            var bytes = Compressed(citizen.Html);
            output.WriteLine($"{citizen.Step} {bytes}");
            Assert.InRange(bytes, 1, NextStep);
        }
    }

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task Each_step_of_a_corruption_report_stays_small(string lang)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).OpenAsync($"/{lang}/submit/corruption?at={IntakeHost.Commune}");
        for (; citizen.Step != "Receipt"; await citizen.NextAsync(citizen.Step switch { "Office" => [("office", "none")], "Story" => [("story", Story())], _ => [] }))
        {
            var bytes = Compressed(citizen.Html);
            output.WriteLine($"{citizen.Step} {bytes}");
            Assert.InRange(bytes, 1, NextStep);
        }
    }

    // A thousand clusters that do not repeat, so that compression has no easy play.
    private static string Story()
    {
        var random = new Random(7);
        return Clusters.First(string.Concat(Enumerable.Range(0, 1_400).Select(_ => $"{(char)random.Next(0x1780, 0x17A2)}{(random.Next(2) == 0 ? ((char)random.Next(0x17B6, 0x17C5)).ToString() : "")}")), 1_000);
    }

    private static int Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        return (int)bytes.Length;
    }
}
