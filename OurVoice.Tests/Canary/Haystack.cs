using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OurVoice.Tests.Canary;

/// <summary>Finds canaries in bytes: as they are, with the escapes of JSON, C, HTML and addresses taken off, and inside what is compressed.</summary>
internal sealed partial class Haystack
{
    private const int MostEscapes = 3;
    private readonly ILookup<char, (string Text, string Name)> _needles;
    private readonly SearchValues<string> _any;

    public Haystack(IReadOnlyList<Canary> canaries)
    {
        var all = canaries.SelectMany(c => c.Needles.Select(n => (Text: Encoding.Latin1.GetString(n.Bytes), Name: $"{c.Name} ({n.Spelling})"))).Distinct().ToList();
        _needles = all.ToLookup(n => n.Text[0]);
        _any = SearchValues.Create([.. all.Select(n => n.Text).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal);
    }

    /// <summary>"name (spelling)" of each find.</summary>
    public IEnumerable<string> Find(byte[] bytes) => new[] { bytes }.Concat(Unpacked.From(bytes)).SelectMany(FindPlain).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> FindPlain(byte[] bytes)
    {
        // A letter for each byte: one search then looks for all of them.
        var text = Encoding.Latin1.GetString(bytes);
        for (var i = 0; ; i++)
        {
            foreach (var find in Named(text))
            {
                yield return find;
            }

            if (i == MostEscapes || Escapes().Replace(text, Unescaped) is var plain && plain == text)
            {
                yield break;
            }

            text = plain;
        }
    }

    private IEnumerable<string> Named(string text)
    {
        for (var at = 0; text.AsSpan(at).IndexOfAny(_any) is >= 0 and var found; at++)
        {
            at += found;
            foreach (var (needle, name) in _needles[text[at]].Where(n => string.CompareOrdinal(text, at, n.Text, 0, n.Text.Length) == 0))
            {
                yield return name;
            }
        }
    }

    private static string Unescaped(Match match)
    {
        var isByte = match.Groups["byte"].Success;
        var code = match.Groups["decimal"] is { Success: true } number
            ? int.Parse(number.Value, CultureInfo.InvariantCulture)
            : int.Parse(match.Groups[isByte ? "byte" : "hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return isByte ? ((char)code).ToString()
            : Rune.IsValid(code) ? Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(new Rune(code).ToString())) : match.Value;
    }

    [GeneratedRegex(@"\\u(?<hex>[0-9a-fA-F]{4})|&\#[xX](?<hex>[0-9a-fA-F]{1,6});|&\#(?<decimal>[0-9]{1,7});|(?:%|\\x)(?<byte>[0-9a-fA-F]{2})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Escapes();
}
