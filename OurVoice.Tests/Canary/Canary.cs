using System.Text;

namespace OurVoice.Tests.Canary;

/// <summary>One way in which a secret may stand in bytes.</summary>
/// <param name="Spelling">For the reader of a failure: "UTF-8", "base64 of UTF-16" ...</param>
/// <param name="Bytes">What to look for.</param>
internal sealed record Needle(string Spelling, byte[] Bytes);

/// <summary>Something of a visitor that must be nowhere afterwards.</summary>
/// <param name="Name">What it is, for the reader of a failure.</param>
/// <param name="Needles">Each alone is a find.</param>
internal sealed record Canary(string Name, IReadOnlyList<Needle> Needles)
{
    /// <summary>Each part alone must be nowhere: what cuts or converts a text may leave one of them.</summary>
    public static Canary Of(string name, params string[] parts) => new(name, [.. parts.SelectMany(Spellings)]);

    /// <summary>A piece of a file.</summary>
    public static Canary Of(string name, byte[] piece) => new(name, [new("as it is", piece), .. Wrapped("bytes", piece)]);

    // What is written with escapes (JSON, HTML, addresses) is unescaped by the haystack.
    private static IEnumerable<Needle> Spellings(string text)
    {
        var (utf8, utf16) = (Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text));
        yield return new("UTF-8", utf8);
        yield return new("UTF-16", utf16);
        yield return new("UTF-16, big end first", Encoding.BigEndianUnicode.GetBytes(text));
        if (text.ToUpperInvariant() is var upper && upper != text)
        {
            yield return new("capitals", Encoding.UTF8.GetBytes(upper));
        }

        foreach (var needle in Wrapped("UTF-8", utf8).Concat(Wrapped("UTF-16", utf16)))
        {
            yield return needle;
        }
    }

    private static IEnumerable<Needle> Wrapped(string what, byte[] bytes)
    {
        yield return new("hexadecimal of " + what, Ascii(Convert.ToHexString(bytes)));
        yield return new("hexadecimal of " + what, Ascii(Convert.ToHexStringLower(bytes)));

        // Three ways, by how many bytes of a group of three stand before it.
        for (var before = 0; before < 3; before++)
        {
            var (skip, rest) = ((3 - before) % 3, bytes.Length - ((3 - before) % 3));
            var base64 = Convert.ToBase64String(bytes, skip, rest / 3 * 3);
            yield return new("base64 of " + what, Ascii(base64));
            if (base64.AsSpan().ContainsAny('+', '/'))
            {
                yield return new("base64 for addresses of " + what, Ascii(base64.Replace('+', '-').Replace('/', '_')));
            }
        }
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
