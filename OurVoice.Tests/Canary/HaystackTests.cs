using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace OurVoice.Tests.Canary;

/// <summary>The search of the canary test finds what is hidden from it, or that test could not fail.</summary>
public sealed class HaystackTests
{
    private const string Khmer = "សខងចញដ";
    private const string Latin = "kfzrtq wxbn";

    public static TheoryData<string> Hidings => new(Ways.Keys);

    private static Dictionary<string, Func<string, byte[]>> Ways { get; } = new(StringComparer.Ordinal)
    {
        ["UTF-8"] = Encoding.UTF8.GetBytes,
        ["UTF-16"] = Encoding.Unicode.GetBytes,
        ["UTF-16 big end first"] = Encoding.BigEndianUnicode.GetBytes,
        ["capitals"] = t => Encoding.UTF8.GetBytes(t.ToUpperInvariant()),
        ["address"] = t => Encoding.ASCII.GetBytes(Uri.EscapeDataString(t)),
        ["address in small letters"] = t => Encoding.ASCII.GetBytes(WebUtility.UrlEncode(t).Replace('+', ' ').ToLowerInvariant()),
        ["HTML"] = t => Entities(t, "&#{0};"),
        ["HTML in hexadecimal"] = t => Entities(t, "&#x{0:x};"),
        ["JSON"] = t => JsonSerializer.SerializeToUtf8Bytes(t),
        ["JSON of an address"] = t => JsonSerializer.SerializeToUtf8Bytes(Uri.EscapeDataString(t)),
        ["a log of nginx"] = t => Encoding.ASCII.GetBytes(string.Concat(Encoding.UTF8.GetBytes(t).Select(b => b is > 31 and < 127 ? ((char)b).ToString() : $"\\x{b:X2}"))),
        ["base64"] = t => Base64(Encoding.UTF8.GetBytes(t)),
        ["base64, one byte on"] = t => Base64(Encoding.UTF8.GetBytes("a" + t)),
        ["base64, two bytes on"] = t => Base64(Encoding.UTF8.GetBytes("ab" + t + "c")),
        ["base64 of UTF-16"] = t => Base64(Encoding.Unicode.GetBytes(t)),
        ["base64 for addresses"] = t => Encoding.ASCII.GetBytes(System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes("a" + t))),
        ["hexadecimal"] = t => Encoding.ASCII.GetBytes("\\x" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(t))),
        ["gzip"] = t => Packed(t, s => new GZipStream(s, CompressionLevel.Optimal)),
        ["zlib"] = t => Packed(t, s => new ZLibStream(s, CompressionLevel.Optimal)),
        ["deflate"] = t => Packed(t, s => new DeflateStream(s, CompressionLevel.Optimal)),
        ["brotli"] = t => Packed(t, s => new BrotliStream(s, CompressionLevel.Optimal)),
        ["gzip within other bytes"] = t => [.. new byte[1000], 0x1F, 0x8B, 0x1F, .. Packed(t, s => new GZipStream(s, CompressionLevel.Fastest)), 0, 0],
        ["zlib, cut off"] = t => Packed(t + new string('x', 50_000), s => new ZLibStream(s, CompressionLevel.NoCompression))[..20_000],
        ["a body kept by a proxy"] = t => [.. "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n"u8, .. Packed(t, s => new BrotliStream(s, CompressionLevel.Optimal))],
        ["JSON in gzip"] = t => Packed(JsonSerializer.Serialize(t), s => new GZipStream(s, CompressionLevel.Optimal)),
    };

    [Theory]
    [MemberData(nameof(Hidings))]
    public void What_is_hidden_like_this_is_found(string hiding)
    {
        foreach (var word in new[] { Khmer, Latin })
        {
            var hidden = Ways[hiding]($"words before {word} and after");
            Assert.Contains(new Haystack([Canary.Of("word", word)]).Find(hidden), f => f.StartsWith("word (", StringComparison.Ordinal));
            Assert.Empty(new Haystack([Canary.Of("word", "another " + word)]).Find(hidden));
        }
    }

    [Theory]
    [InlineData("123456789012345678909")]
    [InlineData("123 456 789 012 345 678 901")]
    [InlineData("123-456-789-012-345-678-901")]
    [InlineData("code=123+456+789+012+345+678+900")]
    [InlineData("១២៣៤៥៦៧៨៩០១២៣៤៥៦៧៨៩០១")]
    [InlineData("១២៣ ៤៥៦ ៧៨៩ ០១២ ៣៤៥ ៦៧៨ ៩០១")]
    public void A_code_is_found_in_all_its_spellings_and_mistyped_at_its_end(string written)
    {
        var canaries = new Canaries();
        canaries.Code("code", "123456789012345678909");
        Assert.NotEmpty(new Haystack(canaries.All).Find(Encoding.UTF8.GetBytes(written)));
    }

    [Fact]
    public void A_piece_of_a_file_is_found()
    {
        byte[] piece = [0, 255, 1, 254, 2, 253, 3, 252, 4, 251, 5, 250];
        var haystack = new Haystack([Canary.Of("piece", piece)]);
        Assert.NotEmpty(haystack.Find([9, 9, .. piece, 9]));
        Assert.NotEmpty(haystack.Find(Base64([9, .. piece, 9])));
        Assert.Empty(haystack.Find([9, 9, .. piece.Reverse()]));
    }

    private static byte[] Entities(string text, string format) =>
        Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c < 128 ? c.ToString() : string.Format(System.Globalization.CultureInfo.InvariantCulture, format, (int)c))));

    private static byte[] Base64(byte[] bytes) => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes));

    private static byte[] Packed(string text, Func<Stream, Stream> by)
    {
        using var bytes = new MemoryStream();
        using (var packing = by(bytes))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
