using System.Security.Cryptography;
using OurVoice.Intake.Receipt;

namespace OurVoice.Tests.Intake.Receipt;

public sealed class ReceiptCodeTests
{
    [Fact]
    public void The_check_digit_is_the_one_of_Damms_example() => Assert.Equal('4', Damm.Digit("572"));

    [Fact]
    public void A_code_has_21_digits_reads_back_and_is_never_the_same_twice()
    {
        var codes = Enumerable.Range(0, 500).Select(_ => ReceiptCode.New()).ToList();
        Assert.All(codes, c => Assert.Equal(21, c.Digits.Length));
        Assert.All(codes, c => Assert.Equal(c, ReceiptCode.Read(c.Digits).Code));
        Assert.Equal(500, codes.Select(c => c.Digits[..20]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(10, codes.Select(c => c.Digits[7]).Distinct().Count());
    }

    [Fact]
    public void Made_from_bytes_it_is_their_number_in_20_digits_with_a_check_digit()
    {
        Assert.StartsWith("00000000000000000258", ReceiptCode.From([2, 1]).Digits);
        Assert.StartsWith("18446744073709551616", ReceiptCode.From([0, 0, 0, 0, 0, 0, 0, 0, 1]).Digits);
        var codes = Enumerable.Range(0, 500).Select(_ => ReceiptCode.From(RandomNumberGenerator.GetBytes(48))).ToList();
        Assert.All(codes, c => Assert.Equal(c, ReceiptCode.Read(c.Digits).Code));
        Assert.All(Enumerable.Range(0, 20), at => Assert.Equal(10, codes.Select(c => c.Digits[at]).Distinct().Count()));
    }

    [Fact]
    public void Every_single_wrong_digit_is_noticed()
    {
        var code = ReceiptCode.New().Digits;
        for (var at = 0; at < code.Length; at++)
        {
            foreach (var digit in "0123456789".Where(d => d != code[at]))
            {
                var wrong = code[..at] + digit + code[(at + 1)..];
                Assert.Equal(new(ReceiptOutcome.BadCheckDigit, null), ReceiptCode.Read(wrong));
            }
        }
    }

    [Fact]
    public void Every_swap_of_two_neighbours_is_noticed()
    {
        foreach (var code in Enumerable.Range(0, 200).Select(_ => ReceiptCode.New().Digits))
        {
            for (var at = 0; at < code.Length - 1; at++)
            {
                var swapped = code[..at] + code[at + 1] + code[at] + code[(at + 2)..];
                Assert.Equal(code[at] == code[at + 1] ? ReceiptOutcome.Ok : ReceiptOutcome.BadCheckDigit, ReceiptCode.Read(swapped).Outcome);
            }
        }
    }

    [Fact]
    public void Every_way_to_write_it_is_read()
    {
        var code = ReceiptCode.New();
        string[] ways =
        [
            code.Grouped(), code.GroupedInKhmer(), $"  {code.Grouped()}\r\n", code.Grouped().Replace(' ', '-'), code.Grouped().Replace(' ', '\u2011'),
            code.Grouped().Replace(' ', '\u00A0'), code.GroupedInKhmer().Replace(' ', '\u200B'), "\u200E" + string.Join("\uFEFF", code.Digits.ToCharArray()),
            string.Concat(code.Grouped().AsSpan(0, 12), code.GroupedInKhmer().AsSpan(12)),
        ];
        Assert.All(ways, way => Assert.Equal(code, ReceiptCode.Read(way).Code));
    }

    [Theory]
    [InlineData('\u200B')] // zero-width space
    [InlineData('\u200F')] // right-to-left mark
    [InlineData('\u2010')] // hyphen
    [InlineData('\u2015')] // horizontal bar
    [InlineData('\u202A')] // embeddings of a direction, first and last
    [InlineData('\u202E')]
    [InlineData('\u2060')] // word joiner
    [InlineData('\u2069')] // end of an isolated direction
    [InlineData('\u2212')] // minus
    [InlineData('\u00AD')] // soft hyphen
    public void Whatever_a_messenger_puts_between_the_groups_it_is_read(char between)
    {
        var code = ReceiptCode.New();
        Assert.Equal(code, ReceiptCode.Read(code.Grouped().Replace(' ', between)).Code);
    }

    [Theory]
    [InlineData('\u2016')] // double bar, behind the dashes
    [InlineData('\u2070')] // a raised nought is no digit of a code
    [InlineData('/')]
    [InlineData(':')]
    [InlineData('\u17DF')]
    [InlineData('\u17EA')]
    public void Any_other_character_between_is_refused(char between) =>
        Assert.Equal(ReceiptOutcome.NotACode, ReceiptCode.Read(ReceiptCode.New().Grouped().Replace(' ', between)).Outcome);

    [Fact]
    public void It_is_shown_in_seven_groups_of_three()
    {
        var code = ReceiptCode.New();
        Assert.Matches("^([0-9]{3} ){6}[0-9]{3}$", code.Grouped());
        Assert.Matches("^([\u17E0-\u17E9]{3} ){6}[\u17E0-\u17E9]{3}$", code.GroupedInKhmer());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\u200B\u200B")]
    [InlineData("00000000000000000000")]
    [InlineData("0000000000000000000000")]
    [InlineData("00000000000000000000x")]
    [InlineData("๐๐๐๐๐๐๐๐๐๐๐๐๐๐๐๐๐๐๐๐๐")]
    [InlineData("'; DROP TABLE intake_receipt; --")]
    public void What_is_no_code_is_called_no_code(string? typed) =>
        Assert.Equal(new(ReceiptOutcome.NotACode, null), ReceiptCode.Read(typed));

    [Fact]
    public void A_megabyte_of_digits_is_no_code() =>
        Assert.Equal(ReceiptOutcome.NotACode, ReceiptCode.Read(new string('7', 1_000_000)).Outcome);

    [Fact]
    public void It_never_prints_itself()
    {
        var code = ReceiptCode.New();
        Assert.Equal("receipt code", code.ToString());
        Assert.DoesNotContain(code.Digits, $"{code} {ReceiptCode.Read(code.Digits)}", StringComparison.Ordinal);
    }
}
