using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace OurVoice.Intake.Receipt;

/// <summary>
/// The citizen's only key to the case: 20 random digits and a check digit. It never prints itself, so that no log and no
/// exception can hold one.
/// </summary>
internal sealed record ReceiptCode
{
    public const int Length = 21;
    private const int Group = 3;
    private const char KhmerZero = '\u17E0';

    private ReceiptCode(string digits) => Digits = digits;

    /// <summary>21 Latin digits without spaces.</summary>
    public string Digits { get; }

    public static ReceiptCode New()
    {
        var random = RandomNumberGenerator.GetString("0123456789", Length - 1);
        return new ReceiptCode(random + Damm.Digit(random));
    }

    /// <summary>The code that belongs to these bytes, each as likely as any other when they are random; 32 bytes are more than enough.</summary>
    public static ReceiptCode From(ReadOnlySpan<byte> random)
    {
        var number = new BigInteger(random, isUnsigned: true) % BigInteger.Pow(10, Length - 1);
        var digits = number.ToString("D20", CultureInfo.InvariantCulture);
        return new ReceiptCode(digits + Damm.Digit(digits));
    }

    /// <summary>Reads what a person typed or pasted, in Khmer or Latin digits, grouped by spaces or dashes.</summary>
    public static ReceiptReading Read(string? typed)
    {
        var digits = new char[Length];
        var count = 0;
        foreach (var c in typed ?? "")
        {
            if (IsGap(c))
            {
                continue;
            }

            var digit = DigitOf(c);
            if (digit is null || count == Length)
            {
                return new(ReceiptOutcome.NotACode, null);
            }

            digits[count++] = digit.Value;
        }

        return Judge(digits.AsSpan(0, count));
    }

    /// <summary>In groups of three, to read aloud and to copy by hand.</summary>
    public string Grouped() => string.Join(' ', Digits.Chunk(Group).Select(g => new string(g)));

    /// <summary>The same in Khmer digits.</summary>
    public string GroupedInKhmer() => string.Concat(Grouped().Select(c => c == ' ' ? c : (char)(c - '0' + KhmerZero)));

    public override string ToString() => "receipt code";

    private static ReceiptReading Judge(ReadOnlySpan<char> digits)
    {
        if (digits.Length != Length)
        {
            return new(ReceiptOutcome.NotACode, null);
        }

        return Damm.Holds(digits)
            ? new(ReceiptOutcome.Ok, new ReceiptCode(digits.ToString()))
            : new(ReceiptOutcome.BadCheckDigit, null);
    }

    private static char? DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c,
        >= KhmerZero and <= '\u17E9' => (char)(c - KhmerZero + '0'),
        _ => null,
    };

    // Spaces and dashes of any kind, and what phones and messengers put between without showing it (zero-width, direction marks).
    private static bool IsGap(char c) => char.IsWhiteSpace(c)
        || c is '-' or '\u2212' or '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u2010' and <= '\u2015') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069');
}

internal enum ReceiptOutcome
{
    Ok,

    /// <summary>21 digits, but one of them is wrong: said without a lookup.</summary>
    BadCheckDigit,

    /// <summary>Empty, other characters, or another number of digits.</summary>
    NotACode,
}

/// <param name="Outcome">What was typed.</param>
/// <param name="Code">The code, when the outcome is Ok.</param>
internal sealed record ReceiptReading(ReceiptOutcome Outcome, ReceiptCode? Code);
