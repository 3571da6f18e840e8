using System.Globalization;
using System.Security.Cryptography;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Canary;

/// <summary>The secrets of one run, random so that nothing else in the house has them, and each its own so that a find says where it came from.</summary>
internal sealed class Canaries
{
    private const string Consonants = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ";
    private readonly List<Canary> _all = [];

    public IReadOnlyList<Canary> All => _all;

    /// <summary>Words to type, in both scripts: plain letters, so that no folding and no normal form changes them.</summary>
    public string Words(string name)
    {
        var (khmer, latin) = (RandomNumberGenerator.GetString(Consonants, 9), Latin());
        _all.Add(Canary.Of(name, khmer, latin));
        return $"{khmer} {latin}";
    }

    /// <summary>One word in plain Latin letters.</summary>
    public string Word(string name)
    {
        var latin = Latin();
        _all.Add(Canary.Of(name, latin));
        return latin;
    }

    /// <summary>A telephone number as it is typed.</summary>
    public string Phone(string name)
    {
        var digits = RandomNumberGenerator.GetString("0123456789", 7);
        _all.Add(Canary.Of(name, $"97{digits}", $"97 {digits[..3]} {digits[3..]}", Digits.ToKhmer($"97{digits}")));
        return $"097 {digits[..3]} {digits[3..]}";
    }

    /// <summary>An address of 127.0.0.0/8, which a client of this machine may call from.</summary>
    public string Loopback(string name) => Address(name, "127");

    /// <summary>Any address, to be claimed in a header.</summary>
    public string Foreign(string name) => Address(name, RandomNumberGenerator.GetInt32(11, 120).ToString(CultureInfo.InvariantCulture));

    /// <summary>What the program made and gave to the visitor alone: a sealed draft, a token, a cookie.</summary>
    public void Given(string name, string value) => _all.Add(Canary.Of(name, value.Length > 60 ? value[20..60] : value));

    /// <summary>A receipt code in all its spellings; of all but the last group, so that a mistyped one is found too.</summary>
    public void Code(string name, string digits)
    {
        var groups = digits[..18].Chunk(3).Select(g => new string(g)).ToList();
        string[] latin = [.. new[] { "", " ", "-", "+", ".", "\u00A0" }.Select(gap => string.Join(gap, groups))];
        _all.Add(Canary.Of(name, [.. latin, .. latin.Select(Digits.ToKhmer)]));
    }

    public void Piece(string name, ReadOnlySpan<byte> bytes) => _all.Add(Canary.Of(name, bytes.ToArray()));

    private static string Latin() => RandomNumberGenerator.GetString("bcdfghjkmnpqrstvwxz", 10);

    // Three digits each: no short number is found in a longer one.
    private string Address(string name, string first)
    {
        var address = $"{first}.{Octet()}.{Octet()}.{Octet()}";
        _all.Add(Canary.Of(name, address));
        return address;
    }

    private static string Octet() => RandomNumberGenerator.GetInt32(100, 250).ToString(CultureInfo.InvariantCulture);
}
