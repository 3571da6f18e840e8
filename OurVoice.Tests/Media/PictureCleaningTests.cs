using System.Text;
using System.Text.Json;
using OurVoice.Contracts.Host;
using OurVoice.Web.Media;

namespace OurVoice.Tests.Media;

public sealed class PictureCleaningTests(Pictures pictures) : IClassFixture<Pictures>
{
    // What a drawing needs; exiftool's own words about the file that the test wrote are no content.
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "SourceFile", "File:FileType", "File:FileTypeExtension", "File:MIMEType", "File:ImageWidth", "File:ImageHeight", "File:EncodingProcess",
        "File:BitsPerSample", "File:ColorComponents", "File:YCbCrSubSampling", "JFIF:JFIFVersion", "JFIF:ResolutionUnit", "JFIF:XResolution", "JFIF:YResolution",
        "Composite:ImageSize", "Composite:Megapixels",
    };

    [Theory]
    [InlineData("phone.jpg", 1)]
    [InlineData("motion.jpg", 1)]
    [InlineData("screen.png", 1)]
    [InlineData("moving.gif", 1)]
    [InlineData("moving.webp", 1)]
    [InlineData("iphone.heic", 1)]
    [InlineData("zip.jpg", 1)]
    [InlineData("eicar.jpg", 1)]
    [InlineData("author.pdf", 3)]
    [InlineData("html.pdf", 1)]
    public async Task Clean_KeepsWhatIsSeenAndNothingElse(string name, int pages)
    {
        using var tryOut = new TryOut();

        var clean = await tryOut.CleanAsync(pictures.Read(name));

        Assert.Null(clean.Failure);
        Assert.Equal(("image/jpeg", pages, pages), (clean.ContentType, clean.Pages.Count, clean.PagesInOriginal));
        foreach (var page in clean.Pages)
        {
            AssertNoCanary(page);
            Assert.All(await TagsAsync(page), t => Assert.True(Harmless.Contains(t) || t.Split(':')[0] is "ExifTool" or "System", t));
            Assert.Equal("", await Tool.RunAsync("ffmpeg", "-nostdin", "-v", "error", "-i", await KeepAsync(page), "-f", "null", "-"));
        }

        tryOut.AssertNothingLeft();
    }

    [Theory]
    [InlineData("phone.jpg", "GPS:GPSLatitude")]
    [InlineData("phone.jpg", "IFD1:ThumbnailImage")]
    [InlineData("motion.jpg", "IFD0:Model")]
    [InlineData("screen.png", "XMP-dc:Creator")]
    [InlineData("iphone.heic", "XMP-dc:Creator")]
    [InlineData("author.pdf", "PDF:Author")]
    public async Task The_fixtures_do_carry_their_secrets_and_the_check_sees_them(string name, string tag) =>
        Assert.Contains(tag, await TagsAsync(pictures.Read(name)));

    [Fact]
    public async Task Clean_TurnsUpright_AndShrinksToWhatAScreenNeeds()
    {
        using var tryOut = new TryOut(new() { PictureSide = 600 });
        // As taken: red above. The telephone was held upside down, so it must come out with blue above.
        var (width, height, top) = await LookAsync((await tryOut.CleanAsync(pictures.Read("phone.jpg"))).Content);
        Assert.Equal((600, 450, "blue"), (width, height, top));
        Assert.Equal("red", (await LookAsync((await tryOut.CleanAsync(pictures.Read("plain.jpg"))).Content)).Top);
    }

    [Fact]
    public async Task Clean_TransparentPicture_StandsOnWhite()
    {
        using var tryOut = new TryOut();
        await Tool.RunAsync("ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "color=black@0.0:s=40x40,format=rgba", "-frames:v", "1", pictures.PathOf("clear.png"));
        Assert.Equal("white", (await LookAsync((await tryOut.CleanAsync(pictures.Read("clear.png"))).Content)).Top);
    }

    [Fact]
    public async Task Clean_CutPicture_ShowsWhatIsThere_OrSaysWhyNot()
    {
        using var tryOut = new TryOut();
        Assert.True((await tryOut.CleanAsync(pictures.Read("cut.jpg"))).IsClean);
        Assert.Equal(CleaningFailure.NotDecodable, (await tryOut.CleanAsync(pictures.Read("plain.jpg")[..300])).Failure);
        Assert.Equal(CleaningFailure.NotDecodable, (await tryOut.CleanAsync([.. "%PDF-1.7 and then nothing"u8])).Failure);
        Assert.Equal(CleaningFailure.NotDecodable, (await tryOut.CleanAsync(Encoding.ASCII.GetBytes(Pictures.Eicar))).Failure);
        tryOut.AssertNothingLeft();
    }

    [Fact]
    public async Task Clean_FileThatIsTakenForAnotherFormat_IsNotHandedToAnotherDecoder()
    {
        using var tryOut = new TryOut();
        var gif = new FileDetail(FileKind.Picture, FileFormat.Gif);
        Assert.Equal(CleaningFailure.NotDecodable, (await tryOut.CleanAsync(pictures.Read("plain.jpg"), gif)).Failure);
        Assert.Equal(CleaningFailure.NotDecodable, (await tryOut.CleanAsync("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>"u8.ToArray(), gif)).Failure);
    }

    private static void AssertNoCanary(byte[] content)
    {
        var text = Encoding.Latin1.GetString(content);
        Assert.All([Pictures.Canary, Pictures.Place, "EICAR", "JavaScript", "<html", "PK\u0003\u0004", "ftyp"], w => Assert.DoesNotContain(w, text, StringComparison.Ordinal));
    }

    private async Task<List<string>> TagsAsync(byte[] content)
    {
        using var tags = JsonDocument.Parse(await Tool.RunAsync("exiftool", "-j", "-G1", "-a", "-u", "-ee", await KeepAsync(content)));
        return [.. tags.RootElement[0].EnumerateObject().Select(t => t.Name)];
    }

    private async Task<(int Width, int Height, string Top)> LookAsync(byte[] picture)
    {
        var file = await KeepAsync(picture);
        var size = (await Tool.RunAsync("vipsheader", file)).Split(' ')[1].Split('x');
        var point = await Tool.RunAsync("vips", "getpoint", file, (int.Parse(size[0], System.Globalization.CultureInfo.InvariantCulture) / 2).ToString(System.Globalization.CultureInfo.InvariantCulture), "5");
        var rgb = point.Trim().Split(' ').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture) > 140).ToArray();
        var top = rgb switch { [true, false, false] => "red", [false, false, true] => "blue", [true, ..] => "white", _ => "black" };
        return (int.Parse(size[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(size[1], System.Globalization.CultureInfo.InvariantCulture), top);
    }

    private async Task<string> KeepAsync(byte[] content)
    {
        var file = pictures.PathOf("looked-at-" + Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(file, content);
        return file;
    }
}
