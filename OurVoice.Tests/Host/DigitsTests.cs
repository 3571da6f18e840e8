using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Host;

public sealed class DigitsTests
{
    [Theory]
    [InlineData("០១២៣៤៥៦៧៨៩", "0123456789")]
    [InlineData("０９ ٣ ๙", "09 3 9")]
    [InlineData("លេខ ១២-ក", "លេខ 12-ក")]
    [InlineData("½ Ⅳ ²", "½ Ⅳ ²")]
    [InlineData("", "")]
    public void ToAscii_maps_decimal_digits_only(string typed, string expected) => Assert.Equal(expected, Digits.ToAscii(typed));

    [Fact]
    public void ToKhmer_maps_ascii_digits_only() => Assert.Equal("ទី០១២៣៤៥៦៧៨៩ a-", Digits.ToKhmer("ទី0123456789 a-"));
}
