using System.Diagnostics;
using OurVoice.Contracts.Host;
using OurVoice.Web.Media;

namespace OurVoice.Tests.Media;

/// <summary>Files made to break the machine that looks at them.</summary>
public sealed class TrapTests : IDisposable
{
    private readonly TryOut _tryOut = new(new()
    {
        MaxPages = 4,
        Paper = new() { Wall = TimeSpan.FromSeconds(4), CpuSeconds = 2, FileBytes = 12_000_000 },
        Picture = new() { Wall = TimeSpan.FromSeconds(4), CpuSeconds = 2, FileBytes = 12_000_000 },
    });

    public void Dispose() => _tryOut.Dispose();

    [Theory]
    [InlineData(60_000, 2_000)]
    [InlineData(int.MaxValue, 1)]
    public async Task Clean_PictureThatClaimsToBeEnormous_IsRefusedBeforeItIsDecoded(int side, int rows)
    {
        var clock = Stopwatch.StartNew();
        var clean = await _tryOut.CleanAsync(side > 100_000 ? [.. PngBomb.Make(8, 8).AsSpan(0, 16), 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, .. new byte[40]] : PngBomb.Make(side, rows));
        Assert.Contains(clean.Failure, (CleaningFailure?[])[CleaningFailure.TooLarge, CleaningFailure.NotDecodable]);
        Assert.True(side > 100_000 || clean.Failure == CleaningFailure.TooLarge);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 15);
        _tryOut.AssertNothingLeft();
    }

    [Fact]
    public async Task Clean_EnormousPictureWithinTheClaim_EndsAtItsLimits()
    {
        using var generous = new TryOut(new() { MaxPixels = long.MaxValue, Picture = new() { Wall = TimeSpan.FromSeconds(3), CpuSeconds = 1, MemoryBytes = 700_000_000 } });
        var clean = await generous.CleanAsync(PngBomb.Make(60_000, 8_000));
        Assert.NotNull(clean.Failure);
        generous.AssertNothingLeft();
    }

    [Fact]
    public async Task Clean_PdfThatUnpacksWithoutEnd_EndsAtItsLimits()
    {
        var bomb = Pdf.Bomb(megabytes: 60);
        Assert.InRange(bomb.Length, 1, 2_000_000);
        var clock = Stopwatch.StartNew();
        Assert.Equal(CleaningFailure.TimedOut, (await _tryOut.CleanAsync(bomb)).Failure);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.5, 30);
        _tryOut.AssertNothingLeft();
    }

    [Fact]
    public async Task Clean_LongDocument_ShowsTheFirstPagesAndSaysHowManyThereAre()
    {
        var clean = await _tryOut.CleanAsync(Pdf.Make(12, "", ""));
        Assert.Equal((4, 12), (clean.Pages.Count, clean.PagesInOriginal));
    }

    [Theory]
    [InlineData("ends in words", false)]
    [InlineData("comment", false)]
    [InlineData("exif", false)]
    [InlineData("page", false)]
    [InlineData("plain", true)]
    public void A_result_that_is_more_than_a_picture_is_no_result(string what, bool isPlain)
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xDB, 0, 4, 1, 1, 0xFF, 0xDA, 0, 4, 1, 1, 7, 7, 0xFF, 0, 7, 0xFF, 0xD9];
        Assert.Equal(isPlain, PlainJpeg.Is(what switch
        {
            "ends in words" => [.. jpeg, .. "<script>"u8, 0xFF, 0xD9],
            "comment" => [.. jpeg[..2], 0xFF, 0xFE, 0, 4, 65, 65, .. jpeg[2..]],
            "exif" => [.. jpeg[..2], 0xFF, 0xE1, 0, 4, 65, 65, .. jpeg[2..]],
            "page" => [.. "<html>"u8],
            _ => jpeg,
        }));
    }
}
