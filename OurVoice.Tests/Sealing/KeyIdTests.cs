using OurVoice.Web.Sealing;

namespace OurVoice.Tests.Sealing;

public sealed class KeyIdTests
{
    [Fact]
    public void It_is_written_and_printed_from_the_highest_byte_on()
    {
        var bytes = new byte[8];
        new KeyId(0x00FF_0000_0000_00AB).Write(bytes);
        Assert.Equal([0, 0xFF, 0, 0, 0, 0, 0, 0xAB], bytes);
        Assert.Equal(new KeyId(0x00FF_0000_0000_00AB), KeyId.Read(bytes));
        Assert.Equal("00ff0000000000ab", new KeyId(0x00FF_0000_0000_00AB).ToString());
    }

    [Theory]
    [InlineData("00ff0000000000ab", true)]
    [InlineData("00FF0000000000AB", true)]
    [InlineData("0ff0000000000ab", false)]
    [InlineData("000ff0000000000ab", false)]
    [InlineData("00ff0000000000ag", false)]
    [InlineData(" 0ff0000000000ab", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Sixteen_hexadecimal_digits_are_read_and_nothing_else(string? text, bool isOne)
    {
        Assert.Equal(isOne, KeyId.TryParse(text, out var id));
        if (isOne)
        {
            Assert.Equal(0x00FF_0000_0000_00ABu, id.Value);
        }
    }

    [Fact]
    public void A_new_one_is_another_one() => Assert.NotEqual(KeyId.New(), KeyId.New());
}
