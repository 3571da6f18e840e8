using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Host;

public sealed class ContactTests
{
    [Theory]
    [InlineData("012 345 678", "+85512345678")]
    [InlineData("០១២ ៣៤៥ ៦៧៨", "+85512345678")]
    [InlineData("+855 12 345 678", "+85512345678")]
    [InlineData("+855 (0)12-345-678", "+85512345678")]
    [InlineData("00855.12.345.678", "+85512345678")]
    [InlineData("85512345678", "+85512345678")]
    [InlineData("012/345678", "+85512345678")]
    [InlineData("12345678", "+85512345678")]
    [InlineData("\u200B012345678\u202C", "+85512345678")]
    [InlineData("0123456789", "+855123456789")]
    [InlineData("097 123 4567", "+855971234567")]
    [InlineData("031 234 5678", "+855312345678")]
    [InlineData("088 123 4567", "+855881234567")]
    [InlineData("023 123 456", "+85523123456")]
    [InlineData("1800 123 456", "+8551800123456")]
    [InlineData("+66 81 234 5678", "+66812345678")]
    public void Phone_is_read_as_people_write_it(string typed, string expected)
    {
        Assert.True(PhoneNumbers.TryNormalize(typed, out var e164));
        Assert.Equal(expected, e164);
        Assert.True(PhoneNumbers.TryNormalize(PhoneNumbers.Format(e164), out var again));
        Assert.Equal(expected, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("012 345 67")]
    [InlineData("012 345 678 90")]
    [InlineData("097 123 456")] // this prefix has seven digits after it
    [InlineData("010 123 4567")]
    [InlineData("020 123 456")]
    [InlineData("092/069/060 57 87 87")] // three numbers
    [InlineData("012 345 678 ដារា")]
    [InlineData("+855")]
    [InlineData("+0 12 345 678")]
    [InlineData("117")]
    public void Phone_that_cannot_be_one_number_is_refused(string? typed)
    {
        Assert.False(PhoneNumbers.TryNormalize(typed, out var e164));
        Assert.Equal("", e164);
    }

    [Theory]
    [InlineData("+85512345678", "012 345 678")]
    [InlineData("+855971234567", "097 123 4567")]
    [InlineData("+8551800123456", "1800 123 456")]
    [InlineData("+66812345678", "+66812345678")]
    public void Phone_is_shown_in_threes(string e164, string expected) => Assert.Equal(expected, PhoneNumbers.Format(e164));

    [Theory]
    [InlineData(" Dara.Sok@Example.COM ", "dara.sok@example.com")]
    [InlineData("a+b@mail.gov.kh\u200B", "a+b@mail.gov.kh")]
    [InlineData("sok១២@example.org", "sok12@example.org")]
    public void Mail_address_is_cleaned(string typed, string expected)
    {
        Assert.True(EmailAddresses.TryNormalize(typed, out var address));
        Assert.Equal(expected, address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("dara")]
    [InlineData("dara@example")]
    [InlineData("dara@@example.com")]
    [InlineData("da ra@example.com")]
    [InlineData(".dara@example.com")]
    [InlineData("da..ra@example.com")]
    [InlineData("dara@-example.com")]
    [InlineData("dara@example.com\nbcc: x@example.com")]
    [InlineData("Dara <dara@example.com>")]
    [InlineData("ដារា@example.com")]
    public void Mail_address_out_of_form_is_refused(string? typed) => Assert.False(EmailAddresses.TryNormalize(typed, out _));

    [Fact]
    public void Mail_address_longer_than_the_limits_is_refused()
    {
        Assert.False(EmailAddresses.TryNormalize(new string('a', 65) + "@example.com", out _));
        Assert.False(EmailAddresses.TryNormalize("a@" + string.Concat(Enumerable.Repeat("b.", 150)) + "com", out _));
    }
}
