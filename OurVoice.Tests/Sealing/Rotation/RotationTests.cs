using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Sealing.Rotation;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Tests.Sealing.Rotation;

public sealed class RotationTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task Every_key_of_the_side_comes_under_the_new_master_key_while_another_process_serves(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        await using var serving = TestServices.Build(store);
        var keys = serving.GetRequiredService<ICaseKeys>();
        var before = await SealedAsync(keys, Side.Government, 130);
        var ti = await SealedAsync(keys, Side.Ti, 1);
        var oldTi = store.OpenMasters().Current(Side.Ti).Id;

        await store.RotateAsync(Side.Government);

        var masters = store.OpenMasters();
        Assert.Equal(2, masters.Current(Side.Government).Number);
        Assert.All(await UnderAsync(store, Side.Government), id => Assert.Equal(masters.Current(Side.Government).Id, id));
        Assert.Equal([oldTi, oldTi], await UnderAsync(store, Side.Ti));
        await OpensAsync(keys, before.Concat(ti));
        await OpensAsync(store.Open(), before.Concat(ti));
        await SealedAsync(keys, Side.Government, 1);
        Assert.All(await UnderAsync(store, Side.Government), id => Assert.Equal(masters.Current(Side.Government).Id, id));
    }

    [Theory, EveryDatabase]
    public async Task Killed_anywhere_it_goes_on_with_the_same_new_key(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        var before = await SealedAsync(store.Open(), Side.Ti, 170);
        foreach (var line in new[] { 1, 2 })
        {
            await Assert.ThrowsAsync<Killed>(() => store.RotateAsync(Side.Ti, new DyingWriter(line)));
            await OpensAsync(store.Open(), before);
        }

        Assert.Equal(2, (await UnderAsync(store, Side.Ti)).Distinct().Count());
        await store.RotateAsync(Side.Ti);

        Assert.Equal(2, Directory.GetFiles(store.KeysFolder, "ti-*.key").Length);
        Assert.Equal([store.OpenMasters().Current(Side.Ti).Id], (await UnderAsync(store, Side.Ti)).Distinct());
        await OpensAsync(store.Open(), before);
    }

    [Theory, EveryDatabase]
    public async Task Two_at_once_agree_on_one_new_key(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        var before = await SealedAsync(store.Open(), Side.Government, 120);
        await Task.WhenAll(store.RotateAsync(Side.Government), store.RotateAsync(Side.Government));
        Assert.Equal(2, Directory.GetFiles(store.KeysFolder, "government-*.key").Length);
        Assert.Equal([store.OpenMasters().Current(Side.Government).Id], (await UnderAsync(store, Side.Government)).Distinct());
        await OpensAsync(store.Open(), before);
    }

    [Theory, EveryDatabase]
    public async Task A_key_that_was_erased_or_handed_over_meanwhile_is_not_brought_back(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        var keys = store.Open();
        var cases = await SealedAsync(keys, Side.Government, 3);
        var database = store.OpenDatabase();
        var seen = await database.ReadAsync(s => s.OfSideAsync(Side.Government, after: null, 10, None), None);
        await keys.DeleteAsync(cases[0].Id, None);
        await keys.ChangeSideAsync(cases[1].Id, Side.Ti, None);
        await keys.DeleteAsync(cases[2].Id, None);
        using var madeAnew = await keys.CreateAsync(cases[2].Id, Side.Government, None);
        var late = madeAnew.Seal(At(cases[2].Id), "late");

        foreach (var row in seen)
        {
            Assert.Equal(0, await database.WriteAsync(s => s.ReplaceAsync(row, row.Wrapped, None), None));
        }

        Assert.Null(await keys.FindAsync(cases[0].Id, None));
        await OpensAsync(keys, [cases[1]]);
        using var found = await keys.FindAsync(cases[2].Id, None);
        Assert.Equal("late", found!.Open(At(cases[2].Id), late));
    }

    [Theory, EveryDatabase]
    public async Task The_sites_rotation_seals_the_ring_anew_and_no_session_ends(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        await using var serving = TestServices.Build(store);
        var cookie = serving.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("who");
        var draft = store.OpenSeal().Seal("drafts", [1], []);

        await store.RotateAsync(side: null);

        Assert.Equal(2, store.OpenMasters().Current(side: null).Number);
        await using var restarted = TestServices.Build(store);
        Assert.Equal("who", restarted.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));
        Assert.Equal([store.OpenMasters().Current(side: null).Id], restarted.GetRequiredService<Web.Sealing.Ring.RingRewrap>().SealedUnder().Distinct());
        Assert.Equal([1], serving.GetRequiredService<ISiteSeal>().Open("drafts", draft, []));
        var fresh = store.OpenSeal().Seal("drafts", [2], []);
        Assert.Equal([2], serving.GetRequiredService<ISiteSeal>().Open("drafts", fresh, []));
    }

    [Fact]
    public async Task A_new_key_seals_nothing_before_every_process_has_seen_its_file()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var serving = store.OpenMasters();
        var (old, receipts) = (serving.Current(side: null), serving.Derive(side: null, "receipts"));
        new MasterKeyFolder(store.KeysFolder).Create(side: null, 2, store.Time.GetUtcNow().UtcDateTime + Rotating.Notice);
        store.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(old.Id, serving.Current(side: null).Id);
        Assert.Equal(old.Id, store.OpenMasters().Current(side: null).Id);
        Assert.Equal(2, serving.DeriveAll(side: null, "receipts").Count);

        store.Time.Advance(Rotating.Notice);
        Assert.Equal(2, serving.Current(side: null).Number);
        Assert.Equal(receipts, serving.DeriveAt(side: null, "receipts", store.Time.GetUtcNow().UtcDateTime - Rotating.Notice));
    }

    private static async Task<List<(Guid Id, byte[] Content, byte[] Identity)>> SealedAsync(ICaseKeys keys, Side side, int count)
    {
        var made = new List<(Guid, byte[], byte[])>();
        for (var i = 0; i < count; i++)
        {
            var id = Guid.NewGuid();
            using var content = await keys.CreateAsync(id, side, None);
            using var identity = await keys.FindIdentityAsync(id, None);
            made.Add((id, content.Seal(At(id), "story"), identity!.Seal(At(id), "name")));
        }

        return made;
    }

    private static async Task OpensAsync(ICaseKeys keys, IEnumerable<(Guid Id, byte[] Content, byte[] Identity)> all)
    {
        foreach (var (id, content, identity) in all)
        {
            using var key = await keys.FindAsync(id, None);
            using var box = await keys.FindIdentityAsync(id, None);
            Assert.Equal("story", key!.Open(At(id), content));
            Assert.Equal("name", box!.Open(At(id), identity));
        }
    }

    private static async Task<List<KeyId>> UnderAsync(KeyStoreOnDisk store, Side side) =>
        (await store.ReadAsync<byte[]>($"SELECT wrapped FROM keys_case WHERE side = {(int)side}")).ConvertAll(w => Blob.KeyOf(w)!.Value);

    private static SealedField At(Guid id) => new("t", id, "f", 1);

    private sealed class Killed : Exception;

    /// <summary>Dies at its n-th line of progress.</summary>
    private sealed class DyingWriter(int line) : StringWriter
    {
        private int _lines;

        public override Encoding Encoding => Encoding.UTF8;

        public override Task WriteLineAsync(string? value) =>
            value?.Contains("seen", StringComparison.Ordinal) == true && ++_lines == line ? throw new Killed() : Task.CompletedTask;
    }
}
