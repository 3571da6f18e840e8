using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Web.Data;

namespace OurVoice.Tests.Sealing;

public sealed class CaseKeysTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task What_one_process_sealed_the_next_one_opens(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        var (id, at) = NewCase();
        using var made = await store.Open().CreateAsync(id, Side.Government, None);
        using var found = await store.Open().FindAsync(id, None);
        Assert.Equal("រឿង", found!.Open(at, made.Seal(at, "រឿង")));
    }

    [Theory, EveryDatabase]
    public async Task Twenty_creators_of_one_case_in_two_processes_get_one_key(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        ICaseKeys[] processes = [store.Open(), store.Open()];
        var (id, at) = NewCase();
        var keys = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => processes[i % 2].CreateAsync(id, Side.Government, None))));
        var blobs = keys.Select(k => k.Seal(at, "one")).ToList();
        using var key = await store.Open().FindAsync(id, None);
        Assert.All(blobs, b => Assert.Equal("one", key!.Open(at, b)));
        Assert.Equal(2L, (await store.ReadAsync<long>("SELECT COUNT(*) FROM keys_case")).Single());
    }

    [Theory, EveryDatabase]
    public async Task The_key_of_the_identity_box_is_another_one(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        var keys = store.Open();
        var (id, at) = NewCase();
        using var content = await keys.CreateAsync(id, Side.Government, None);
        using var identity = await keys.FindIdentityAsync(id, None);
        var blob = identity!.Seal(at, "Sok Dara");
        Assert.Throws<SealBroken>(() => content.Open(at, blob));
        Assert.Equal("Sok Dara", identity.Open(at, blob));
    }

    [Theory, EveryDatabase]
    public async Task A_deleted_key_is_gone_at_once_in_every_process_and_never_comes_back(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        ICaseKeys[] processes = [store.Open(), store.Open()];
        var (id, at) = NewCase();
        var blob = (await processes[0].CreateAsync(id, Side.Ti, None)).Seal(at, "gone");
        Assert.NotNull(await processes[1].FindAsync(id, None));

        await processes[0].DeleteAsync(id, None);
        await processes[0].DeleteAsync(id, None);

        Assert.All(processes, p => Assert.Null(p.FindAsync(id, None).GetAwaiter().GetResult()));
        Assert.Null(await processes[1].FindIdentityAsync(id, None));
        using var again = await processes[1].CreateAsync(id, Side.Ti, None);
        Assert.Throws<SealBroken>(() => again.Open(at, blob));
    }

    [Fact]
    public async Task A_deleted_key_is_in_no_byte_of_the_sqlite_files()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var keys = store.Open();
        var (id, _) = NewCase();
        await keys.CreateAsync(id, Side.Government, None);
        var wrapped = await store.ReadAsync<byte[]>("SELECT wrapped FROM keys_case");
        Assert.True(store.Holds(wrapped[0]));

        await keys.DeleteAsync(id, None);

        Assert.All(wrapped, w => Assert.False(store.Holds(w)));
    }

    [Fact]
    public async Task An_erased_identity_is_gone_from_every_byte_and_the_case_stays()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var keys = store.Open();
        var ((id, at), other) = (NewCase(), Guid.NewGuid());
        var blob = (await keys.CreateAsync(id, Side.Government, None)).Seal(at, "story");
        (await keys.CreateAsync(other, Side.Government, None)).Dispose();
        var wrapped = (await store.ReadAsync<byte[]>($"SELECT wrapped FROM keys_case WHERE box = 2 AND case_id = '{id:N}'")).Single();

        await keys.DeleteIdentityAsync(id, None);

        Assert.False(store.Holds(wrapped));
        Assert.Null(await keys.FindIdentityAsync(id, None));
        using var left = await keys.FindAsync(id, None);
        Assert.Equal("story", left!.Open(at, blob));
        using var others = await keys.FindIdentityAsync(other, None);
        Assert.NotNull(others);
    }

    [Fact]
    public async Task Sent_again_to_another_reader_the_key_leaves_the_first_readers_master_key()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var keys = store.Open();
        var (id, at) = NewCase();
        var blob = (await keys.CreateAsync(id, Side.Government, None)).Seal(at, "first try");
        using var again = await keys.CreateAsync(id, Side.Ti, None);
        Assert.Equal("first try", again.Open(at, blob));
        var ti = store.OpenMasters().Current(Side.Ti).Id;
        Assert.All(await store.ReadAsync<byte[]>("SELECT wrapped FROM keys_case"), w => Assert.Equal(ti, OurVoice.Web.Sealing.Blob.KeyOf(w)));
    }

    [Fact]
    public async Task After_a_hand_over_the_governments_wrapping_is_in_no_byte_of_the_sqlite_files()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var keys = store.Open();
        var (id, _) = NewCase();
        (await keys.CreateAsync(id, Side.Government, None)).Dispose();
        var wrapped = await store.ReadAsync<byte[]>("SELECT wrapped FROM keys_case");
        Assert.All(wrapped, w => Assert.True(store.Holds(w)));
        await keys.ChangeSideAsync(id, Side.Ti, None);
        Assert.All(wrapped, w => Assert.False(store.Holds(w)));
    }

    [Theory, EveryDatabase]
    public async Task The_list_for_sweeps_gives_each_old_case_once_and_no_exact_instant(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        var keys = store.Open();
        var cases = Enumerable.Range(0, 7).Select(_ => Guid.NewGuid()).ToList();
        foreach (var id in cases)
        {
            await keys.CreateAsync(id, Side.Government, None);
            store.Time.Advance(TimeSpan.FromHours(6));
        }

        var before = new DateTime(2026, 5, 6, 0, 0, 0, DateTimeKind.Utc);
        var listed = new List<CaseKeyMade>();
        for (IReadOnlyList<CaseKeyMade> page = [null!]; page.Count > 0;)
        {
            page = await keys.ListAsync(before, listed.LastOrDefault(), 2, None);
            listed.AddRange(page);
        }

        // Made at 2:17, 8:17, 14:17 and 20:17 UTC on the 4th: all four count as made at the end of that day.
        Assert.Equal(cases.Take(4).Order(), listed.Select(l => l.CaseId).Order());
        Assert.All(listed, l => Assert.Equal(new DateTime(2026, 5, 5, 0, 0, 0, DateTimeKind.Utc), l.MadeOn));
        Assert.All(listed, l => Assert.Equal(DateTimeKind.Utc, l.MadeOn.Kind));
    }

    [Theory, EveryDatabase]
    public async Task A_hand_over_keeps_what_was_sealed_and_leaves_the_governments_master_key(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        var keys = store.Open();
        var (id, at) = NewCase();
        var blob = (await keys.CreateAsync(id, Side.Government, None)).Seal(at, "to TI");
        Assert.True(await keys.ChangeSideAsync(id, Side.Ti, None));
        Assert.False(await keys.ChangeSideAsync(Guid.NewGuid(), Side.Ti, None));

        using var found = await keys.FindAsync(id, None);
        Assert.Equal("to TI", found!.Open(at, blob));
        var ti = store.OpenMasters().Current(Side.Ti).Id;
        Assert.All(await store.ReadAsync<byte[]>("SELECT wrapped FROM keys_case"), w => Assert.Equal(ti, OurVoice.Web.Sealing.Blob.KeyOf(w)));
    }

    [Theory]
    [InlineData("UPDATE keys_case SET side = 2 WHERE box = 1")]
    [InlineData("UPDATE keys_case SET wrapped = (SELECT wrapped FROM keys_case k WHERE k.case_id <> keys_case.case_id AND k.box = 1) WHERE box = 1 AND case_id = '{first}'")]
    [InlineData("UPDATE keys_case SET wrapped = (SELECT wrapped FROM keys_case k WHERE k.case_id = keys_case.case_id AND k.box = 2) WHERE box = 1")]
    [InlineData("UPDATE keys_case SET wrapped = zeroblob(85)")]
    public async Task A_wrapped_key_moved_to_another_side_case_or_box_does_not_open(string tampering)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var keys = store.Open();
        var first = Guid.NewGuid();
        await keys.CreateAsync(first, Side.Government, None);
        await keys.CreateAsync(Guid.NewGuid(), Side.Government, None);
        await store.ExecuteAsync(tampering.Replace("{first}", first.ToString("N"), StringComparison.Ordinal));
        var broken = await Assert.ThrowsAsync<SealBroken>(() => keys.FindAsync(first, None));
        Assert.Contains("the key of a case", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sqlite_file_is_private_and_keeps_every_commit()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        await store.Open().CreateAsync(Guid.NewGuid(), Side.Government, None);
        Assert.Equal("wal", (await store.ReadAsync<string>("PRAGMA journal_mode")).Single());
        Assert.Equal(2L, (await store.ReadAsync<long>("PRAGMA synchronous")).Single());
        Assert.Equal(1L, (await store.ReadAsync<long>("PRAGMA secure_delete")).Single());
        Assert.Equal(30_000L, (await store.ReadAsync<long>("PRAGMA busy_timeout")).Single());
        Assert.All(Directory.GetFiles(Path.Combine(store.Folder, "data")), f => Assert.False(OurVoice.Web.Sealing.PrivateFiles.IsOpenToOthers(f), f));
    }

    private static (Guid Id, SealedField At) NewCase()
    {
        var id = Guid.NewGuid();
        return (id, new SealedField("intake_story", id, "Text", 1));
    }
}
