using OurVoice.Contracts.Host;
using OurVoice.Intake.Receipt;

namespace OurVoice.Tests.Intake.Receipt;

public sealed class ReceiptHashTests
{
    [Fact]
    public void The_hash_is_keyed_and_the_same_for_the_same_code()
    {
        var code = ReceiptCode.New();
        var hash = new ReceiptHash(new Keys([1]));
        Assert.Equal(32, hash.Of(code).Length);
        Assert.Equal(hash.Of(code), hash.Of(ReceiptCode.Read(code.GroupedInKhmer()).Code!));
        Assert.NotEqual(hash.Of(code), hash.Of(ReceiptCode.New()));
        Assert.NotEqual(hash.Of(code), new ReceiptHash(new Keys([2])).Of(code));
    }

    [Fact]
    public void After_a_rotation_the_old_hash_is_still_looked_for()
    {
        var code = ReceiptCode.New();
        var old = new ReceiptHash(new Keys([1])).Of(code);
        var rotated = new ReceiptHash(new Keys([2, 1]));
        Assert.Equal([rotated.Of(code), old], rotated.Candidates(code));
    }

    private sealed class Keys(byte[] newestFirst) : IMasterKeys
    {
        public byte[] Derive(Side? side, string purpose) => DeriveAll(side, purpose)[0];

        public byte[] DeriveAt(Side? side, string purpose, DateTime at) => Derive(side, purpose);

        public IReadOnlyList<byte[]> DeriveAll(Side? side, string purpose) => [.. newestFirst.Select(k => new byte[] { k, (byte)purpose.Length })];
    }
}
