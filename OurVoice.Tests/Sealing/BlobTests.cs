using System.Security.Cryptography;
using OurVoice.Web.Sealing;

namespace OurVoice.Tests.Sealing;

/// <summary>The bytes of what is sealed: a layout that the next version of the program must still read.</summary>
public sealed class BlobTests
{
    private static readonly KeyId Id = new(0x0102030405060708);
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void Format_key_id_nonce_and_tag_stand_before_the_ciphertext()
    {
        var blob = Blob.Seal(_key, Id, [5, 6, 7], [9]);
        Assert.Equal(1 + 8 + 12 + 16 + 3, blob.Length);
        Assert.Equal([1, 1, 2, 3, 4, 5, 6, 7, 8], blob[..9]);
        var plain = new byte[3];
        using var aes = new AesGcm(_key, 16);
        byte[] aad = [.. blob[..9], 9];
        aes.Decrypt(blob[9..21], blob[37..], blob[21..37], plain, aad);
        Assert.Equal([5, 6, 7], plain);
    }

    [Fact]
    public void Nothing_at_all_can_be_sealed_and_comes_back()
    {
        var blob = Blob.Seal(_key, Id, [], []);
        Assert.Equal(Blob.Overhead, blob.Length);
        Assert.Equal(Id, Blob.KeyOf(blob));
        Assert.Equal(0, Blob.Open(_key, blob, [])?.Length);
    }

    [Fact]
    public void What_is_shorter_or_of_another_format_is_no_blob()
    {
        var blob = Blob.Seal(_key, Id, [], []);
        Assert.Null(Blob.KeyOf(blob.AsSpan(1)));
        Assert.Null(Blob.KeyOf(blob.AsSpan(0, blob.Length - 1)));
        Assert.Null(Blob.Open(_key, blob.AsSpan(0, 3), []));
        blob[0] = 2;
        Assert.Null(Blob.KeyOf(blob));
        Assert.Null(Blob.Open(_key, blob, []));
    }
}
