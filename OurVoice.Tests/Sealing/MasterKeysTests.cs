using System.Runtime.Versioning;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Sealing;

[UnsupportedOSPlatform("windows")]
public sealed class MasterKeysTests
{
    [Theory, EveryDatabase]
    public async Task First_start_makes_one_private_file_for_each_side_and_the_site(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        store.OpenMasters();
        Assert.Equal(
            ["government-0001.key", "site-0001.key", "ti-0001.key"],
            Directory.GetFiles(store.KeysFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(store.KeysFolder), f => Assert.Equal(PrivateFiles.FileMode, File.GetUnixFileMode(f)));
        Assert.Equal(PrivateFiles.FolderMode, File.GetUnixFileMode(store.KeysFolder));
    }

    [Theory, EveryDatabase]
    public async Task Many_first_starts_at_once_agree_on_the_keys(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        var masters = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(store.OpenMasters)));
        Assert.Single(masters.Select(m => Convert.ToHexString(m.Derive(Side.Government, "x"))).Distinct(StringComparer.Ordinal));
        Assert.Equal(3, Directory.GetFiles(store.KeysFolder).Length);
    }

    [Fact]
    public async Task Derived_keys_differ_by_side_purpose_and_house_and_stay_over_a_restart()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        await using var otherHouse = await KeyStoreOnDisk.CreateAsync();
        var (masters, again, other) = (store.OpenMasters(), store.OpenMasters(), otherHouse.OpenMasters());
        Assert.Equal(masters.Derive(Side.Ti, "audit"), again.Derive(Side.Ti, "audit"));
        byte[][] all =
        [
            masters.Derive(null, "audit"), masters.Derive(Side.Government, "audit"), masters.Derive(Side.Ti, "audit"),
            masters.Derive(Side.Ti, "receipts"), other.Derive(Side.Ti, "audit"),
        ];
        Assert.All(all, k => Assert.Equal(32, k.Length));
        Assert.Equal(all.Length, all.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("wrap/content")]
    [InlineData("wrap/identity")]
    [InlineData("seal/drafts")]
    [InlineData("proof")]
    public async Task No_purpose_a_module_names_gives_a_key_the_house_keeps_to_itself(string use)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var masters = store.OpenMasters();
        Assert.NotEqual(masters.Current(Side.Ti).Derive(use), masters.Derive(Side.Ti, use));
    }

    [Fact]
    public async Task After_a_rotation_the_new_key_seals_and_the_old_one_still_opens()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var id = Guid.NewGuid();
        var at = new SealedField("t", id, "f", 1);
        var caseBlob = (await store.Open().CreateAsync(id, Side.Government, default)).Seal(at, "before");
        var draft = store.OpenSeal().Seal("drafts", [1, 2], []);
        var receipts = store.OpenMasters().Derive(null, "receipts");

        new MasterKeyFolder(store.KeysFolder).Create(null, 2, DateTime.UnixEpoch);
        new MasterKeyFolder(store.KeysFolder).Create(Side.Government, 2, DateTime.UnixEpoch);

        var masters = store.OpenMasters();
        Assert.NotEqual(receipts, masters.Derive(null, "receipts"));
        Assert.Equal(receipts, masters.DeriveAll(null, "receipts")[1]);
        Assert.Equal(masters.Derive(null, "receipts"), masters.DeriveAll(null, "receipts")[0]);
        Assert.Equal([1, 2], store.OpenSeal().Open("drafts", draft, []));
        Assert.NotEqual(Blob.KeyOf(draft), Blob.KeyOf(store.OpenSeal().Seal("drafts", [1, 2], [])));
        using var key = await store.Open().FindAsync(id, default);
        Assert.Equal("before", key!.Open(at, caseBlob));
    }

    [Theory, EveryDatabase]
    public async Task An_emptied_folder_beside_a_used_key_store_stops_the_start_and_makes_no_new_keys(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        var id = store.OpenMasters().Current(Side.Ti).Id.ToString();
        Array.ForEach(Directory.GetFiles(store.KeysFolder), File.Delete);
        var wrong = Assert.Throws<SettingWrong>(store.OpenMasters);
        Assert.Contains(store.KeysFolder, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(id, wrong.Message, StringComparison.Ordinal);
        Assert.Matches(": [a-z]+ [^ ,]+, [a-z]+ [^ ,]+, [a-z]+ [^ ,]+\\. Without them the cases cannot be read", wrong.Message);
        Assert.Empty(Directory.GetFiles(store.KeysFolder));
    }

    [Fact]
    public async Task One_lost_key_stops_the_start_even_when_a_newer_one_is_there()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        store.OpenMasters();
        new MasterKeyFolder(store.KeysFolder).Create(Side.Ti, 2, DateTime.UnixEpoch);
        File.Delete(Path.Combine(store.KeysFolder, "ti-0001.key"));
        Assert.Contains("ti ", Assert.Throws<SettingWrong>(store.OpenMasters).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_file_that_holds_another_key_under_the_old_id_stops_the_start()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        store.OpenMasters();
        var path = Path.Combine(store.KeysFolder, "ti-0001.key");
        var text = await File.ReadAllTextAsync(path);
        var key = System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("Key").GetString()!;
        await File.WriteAllTextAsync(path, text.Replace(key, Convert.ToBase64String(new byte[32]), StringComparison.Ordinal));
        Assert.Contains("does not hold the key it held before", Assert.Throws<SettingWrong>(store.OpenMasters).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"Format":1,"Id":"0123456789abcdef","Side":"ti","Created":"2026-01-01T00:00:00Z","Key":"AAAA"}""")]
    [InlineData("""{"Format":1,"Id":"0123456789abcdef","Side":"government","Created":"2026-01-01T00:00:00Z","Key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}""")]
    public async Task A_damaged_key_file_is_named(string content)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        store.OpenMasters();
        var path = Path.Combine(store.KeysFolder, "ti-0001.key");
        await File.WriteAllTextAsync(path, content);
        Assert.Contains(path, Assert.Throws<SettingWrong>(store.OpenMasters).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", UnixFileMode.GroupRead, "chmod 700")]
    [InlineData("", UnixFileMode.OtherExecute, "chmod 700")]
    [InlineData("ti-0001.key", UnixFileMode.GroupRead, "chmod 600")]
    [InlineData("site-0001.key", UnixFileMode.OtherRead, "chmod 600")]
    [InlineData("site-0001.key", UnixFileMode.GroupWrite, "chmod 600")]
    public async Task Rights_of_others_on_folder_or_file_stop_the_start(string file, UnixFileMode right, string whatToDo)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        store.OpenMasters();
        var path = Path.TrimEndingDirectorySeparator(Path.Combine(store.KeysFolder, file));
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | right);
        var wrong = Assert.Throws<SettingWrong>(store.OpenMasters);
        Assert.Contains(path, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(whatToDo, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_made_keys_of_a_killed_first_start_are_completed()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        PrivateFiles.CreateFolder(store.KeysFolder);
        new MasterKeyFolder(store.KeysFolder).Create(Side.Government, 1, DateTime.UnixEpoch);
        var made = new MasterKeyFolder(store.KeysFolder).Read().Single().Id;
        Assert.Equal(made, store.OpenMasters().Current(Side.Government).Id);
        Assert.Equal(3, Directory.GetFiles(store.KeysFolder).Length);
    }

    [Fact]
    public async Task A_side_without_any_key_stops_the_start_though_the_store_misses_none()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        store.OpenMasters();
        await store.ExecuteAsync("DELETE FROM keys_master WHERE side = 2");
        File.Delete(Path.Combine(store.KeysFolder, "ti-0001.key"));
        var wrong = Assert.Throws<SettingWrong>(store.OpenMasters);
        Assert.Contains($"'{store.KeysFolder}' holds no master key named ti-0001.key", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(store.KeysFolder).Length);
    }

    [Fact]
    public async Task Who_is_second_with_a_number_leaves_the_firsts_key_and_nothing_beside_it()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        PrivateFiles.CreateFolder(store.KeysFolder);
        var folder = new MasterKeyFolder(store.KeysFolder);
        folder.Create(Side.Ti, 7, DateTime.UnixEpoch);
        var first = folder.Read().Single().Id;
        folder.Create(Side.Ti, 7, DateTime.UnixEpoch);
        Assert.Equal(first, folder.Read().Single().Id);
        Assert.Single(Directory.GetFiles(store.KeysFolder));
    }

    [Fact]
    public async Task The_folder_is_looked_at_every_ten_seconds_and_a_key_is_current_from_its_very_instant()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var serving = store.OpenMasters();
        Assert.Equal(3, serving.All.Count);
        new MasterKeyFolder(store.KeysFolder).Create(Side.Ti, 2, store.Time.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(20));
        store.Time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(3, serving.All.Count);
        store.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(4, serving.All.Count);
        Assert.Equal(1, serving.Current(Side.Ti).Number);
        store.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, serving.Current(Side.Ti).Number);
    }

    [Fact]
    public async Task A_half_copied_key_stops_no_process_that_serves_and_is_seen_when_it_is_whole()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var serving = store.OpenMasters();
        new MasterKeyFolder(store.KeysFolder).Create(Side.Ti, 2, DateTime.UnixEpoch);
        var path = Path.Combine(store.KeysFolder, "ti-0002.key");
        var whole = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, whole.AsMemory(0, 20));
        store.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, serving.Current(Side.Ti).Number);
        await File.WriteAllBytesAsync(path, whole);
        store.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, serving.Current(Side.Ti).Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_key_without_a_purpose_is_not_given(string purpose)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        Assert.Throws<ArgumentException>(() => store.OpenMasters().Derive(Side.Ti, purpose));
    }
}
