using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Sealing;

public sealed class SiteSealTests
{
    private static readonly byte[] Data = "012 345 678"u8.ToArray();
    private static readonly byte[] Row = [1, 2, 3];

    [Fact]
    public async Task What_is_sealed_opens_after_a_restart_and_only_where_it_belongs()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var blob = store.OpenSeal().Seal("outbox", Data, Row, Side.Ti);
        var seal = store.OpenSeal();
        Assert.Equal(Data, seal.Open("outbox", blob, Row, Side.Ti));
        Assert.Null(seal.Open("drafts", blob, Row, Side.Ti));
        Assert.Null(seal.Open("outbox", blob, [1, 2], Side.Ti));
        Assert.Null(seal.Open("outbox", blob, Row, Side.Government));
        Assert.Null(seal.Open("outbox", blob, Row));
    }

    [Fact]
    public async Task Another_house_a_changed_byte_and_rubbish_open_as_null()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        await using var other = await KeyStoreOnDisk.CreateAsync();
        var seal = store.OpenSeal();
        var blob = seal.Seal("drafts", Data, []);
        Assert.Null(other.OpenSeal().Open("drafts", blob, []));
        for (var i = 0; i < blob.Length; i++)
        {
            var changed = blob.ToArray();
            changed[i] ^= 0x80;
            Assert.Null(seal.Open("drafts", changed, []));
            Assert.Null(seal.Open("drafts", blob.AsSpan(0, i), []));
        }
    }
}
