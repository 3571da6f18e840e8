using System.Security.Cryptography;
using OurVoice.Web.Sealing;

namespace OurVoice.Tests.Sealing;

public sealed class PaddingTests
{
    [Theory]
    [InlineData(0, 64)]
    [InlineData(60, 64)] // four bytes say the length
    [InlineData(61, 128)]
    [InlineData(124, 128)]
    [InlineData(125, 256)]
    [InlineData(252, 256)]
    [InlineData(253, 512)]
    [InlineData(508, 512)]
    [InlineData(509, 1_024)]
    [InlineData(1_020, 1_024)]
    [InlineData(1_021, 2_048)]
    [InlineData(4_092, 4_096)]
    public void Lengths_fall_on_steps_and_the_bytes_come_back(int length, int step)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        var padded = Padding.Pad(bytes);
        Assert.Equal(step, padded.Length);
        Assert.Equal(bytes, Padding.Strip(padded).ToArray());
        Assert.All(padded[(length + 4)..], b => Assert.Equal(0, b));
    }
}
