using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Sealing.Rotation;
using OurVoice.Web.Sealing.Store;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Sealing.Rotation;

/// <summary>What the operator reads of <c>keys rotate</c>, and what lies on the disk when it says it is done.</summary>
public sealed class RotateVerbTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("", 2, 2, 2)]
    [InlineData("site", 2, 1, 1)]
    [InlineData("government", 1, 2, 1)]
    [InlineData("gov", 1, 2, 1)]
    [InlineData("ti", 1, 1, 2)]
    public async Task It_rotates_the_side_that_was_named_and_all_three_without_a_name(string named, int site, int government, int ti)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var (exit, said) = await RunAsync(store, named.Length == 0 ? [] : [named]);
        Assert.Equal(0, exit);
        var masters = store.OpenMasters();
        Assert.Equal([site, government, ti], new Side?[] { null, Side.Government, Side.Ti }.Select(s => masters.Current(s).Number));
        Assert.Equal(site - 1, Count(said, "The older site keys still find the receipts"));
        Assert.Equal(government + ti - 2, Count(said, "Keep the older files for 30 days"));
        Assert.Equal(site + government + ti - 3, Count(said, "in use, and everything"));
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("ti", "site")]
    public async Task Any_other_word_rotates_nothing_and_is_told_the_words(params string[] arguments)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var (exit, said) = await RunAsync(store, arguments);
        Assert.Equal(2, exit);
        Assert.Equal("Write: keys rotate [site|government|ti]", said.Trim());
        Assert.Equal(3, Directory.GetFiles(store.KeysFolder).Length);
    }

    [Fact]
    public async Task Broken_off_it_says_that_nothing_is_lost_and_the_next_call_goes_on()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        using var stop = new CancellationTokenSource();
        await using var process = TestServices.Build(store);
        await using var output = new StringWriter();
        var running = Verb(process).RunAsync(["ti"], output, stop.Token);
        await stop.CancelAsync();
        Assert.Equal(1, await running);
        Assert.Contains("Stopped. Nothing is lost", output.ToString(), StringComparison.Ordinal);

        var (exit, said) = await RunAsync(store, ["ti"]);
        Assert.Equal(0, exit);
        Assert.Contains("a rotation that did not finish goes on", said, StringComparison.Ordinal);
        Assert.Equal(2, store.OpenMasters().Current(Side.Ti).Number);
    }

    [Fact]
    public async Task It_tells_of_the_new_file_when_it_is_used_and_how_far_it_is()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        (await store.Open().CreateAsync(Guid.NewGuid(), Side.Ti, None)).Dispose();
        var (_, said) = await RunAsync(store, ["ti"]);
        var made = store.OpenMasters().Current(Side.Ti);
        Assert.Contains($"{made}: made in '{store.KeysFolder}'. Take it into the backup", said, StringComparison.Ordinal);
        Assert.Contains($"It is used from {made.From:HH:mm:ss} UTC on", said, StringComparison.Ordinal);
        Assert.Contains("ti: 2 of 2 wrapped keys seen.", said, StringComparison.Ordinal);
        Assert.Contains($"{made}: in use", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_that_is_lost_before_the_next_start_is_missed_by_it()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        await store.RotateAsync(Side.Ti);
        File.Delete(Path.Combine(store.KeysFolder, "ti-0002.key"));
        Assert.Contains("not in OurVoice:Keys:Folder", Assert.Throws<SettingWrong>(store.OpenMasters).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_any_more_ends_it_with_a_sentence_before_anything_is_wrapped()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        await using var process = TestServices.Build(store);
        (await process.GetRequiredService<ICaseKeys>().CreateAsync(Guid.NewGuid(), Side.Ti, None)).Dispose();
        var before = await store.ReadAsync<byte[]>("SELECT wrapped FROM keys_case");
        var rotation = process.GetRequiredService<Rotating>().RotateAsync(Side.Ti, TextWriter.Null, None);
        await WaitForAsync(() => File.Exists(Path.Combine(store.KeysFolder, "ti-0002.key")));
        PrivateFiles.Create(Path.Combine(store.KeysFolder, "government-0002.key")).Dispose();
        store.Time.Advance(TimeSpan.FromMinutes(2));
        var wrong = await Assert.ThrowsAsync<SettingWrong>(() => rotation);
        Assert.Contains("was made but cannot be read", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(store.KeysFolder, wrong.Message, StringComparison.Ordinal);
        Assert.Equal(before, await store.ReadAsync<byte[]>("SELECT wrapped FROM keys_case"));
    }

    [Fact]
    public async Task Nothing_is_wrapped_again_before_what_began_under_the_old_key_is_written()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        await using var process = TestServices.Build(store);
        (await process.GetRequiredService<ICaseKeys>().CreateAsync(Guid.NewGuid(), Side.Ti, None)).Dispose();
        var before = await store.ReadAsync<byte[]>("SELECT wrapped FROM keys_case");
        var rotation = process.GetRequiredService<Rotating>().RotateAsync(Side.Ti, TextWriter.Null, None);
        await WaitForAsync(() => File.Exists(Path.Combine(store.KeysFolder, "ti-0002.key")));
        store.Time.Advance(Rotating.Notice + TimeSpan.FromSeconds(5));
        await Task.Delay(600);
        Assert.Equal(before, await store.ReadAsync<byte[]>("SELECT wrapped FROM keys_case"));
        store.Time.Advance(TimeSpan.FromSeconds(5));
        await rotation;
        Assert.DoesNotContain(before[0], await store.ReadAsync<byte[]>("SELECT wrapped FROM keys_case"));
    }

    [Fact]
    public async Task A_key_that_comes_back_behind_the_walk_is_met_by_the_next_one()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var (keys, early) = (store.Open(), new Guid("00000000-0000-0000-0000-000000000001"));
        (await keys.CreateAsync(early, Side.Ti, None)).Dispose();
        var database = store.OpenDatabase();
        var row = (await database.ReadAsync(s => s.FindAsync(KeyBox.Content, early, None), None)).Single();
        await keys.DeleteAsync(early, None);
        (await keys.CreateAsync(Guid.NewGuid(), Side.Ti, None)).Dispose();

        await using var output = new ActingWriter(() => database.WriteAsync(s => s.InsertAsync(row, store.Time.GetUtcNow().UtcDateTime, None), None));
        await store.RotateAsync(Side.Ti, output);

        var under = (await store.ReadAsync<byte[]>("SELECT wrapped FROM keys_case")).ConvertAll(w => Blob.KeyOf(w)!.Value);
        Assert.Equal(3, under.Count);
        Assert.All(under, id => Assert.Equal(store.OpenMasters().Current(Side.Ti).Id, id));
    }

    [Fact]
    public async Task What_lay_under_the_old_key_is_in_no_byte_of_the_sqlite_files()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        (await store.Open().CreateAsync(Guid.NewGuid(), Side.Government, None)).Dispose();
        var wrapped = await store.ReadAsync<byte[]>("SELECT wrapped FROM keys_case");
        Assert.All(wrapped, w => Assert.True(store.Holds(w)));
        await store.RotateAsync(Side.Government);
        Assert.All(wrapped, w => Assert.False(store.Holds(w)));
    }

    [Fact]
    public async Task A_key_that_came_into_use_this_instant_is_followed_by_the_next()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        PrivateFiles.CreateFolder(store.KeysFolder);
        new MasterKeyFolder(store.KeysFolder).Create(Side.Ti, 1, store.Time.GetUtcNow().UtcDateTime);
        await store.RotateAsync(Side.Ti);
        Assert.Equal(2, store.OpenMasters().Current(Side.Ti).Number);
    }

    private static async Task<(int Exit, string Said)> RunAsync(KeyStoreOnDisk store, string[] arguments)
    {
        await using var process = TestServices.Build(store);
        await using var output = new StringWriter();
        var run = Verb(process).RunAsync(arguments, output, None);
        while (!run.IsCompleted)
        {
            await Task.WhenAny(run, Task.Delay(20));
            store.Time.Advance(TimeSpan.FromSeconds(20));
        }

        return (await run, output.ToString());
    }

    private static IHostVerb Verb(IServiceProvider process) => process.GetServices<IHostVerb>().Single(v => v.Words == "keys rotate");

    private static async Task WaitForAsync(Func<bool> isThere)
    {
        while (!isThere())
        {
            await Task.Delay(10);
        }
    }

    private static int Count(string said, string words) => said.Split(words).Length - 1;

    /// <summary>Does something once, at its first line of progress.</summary>
    private sealed class ActingWriter(Func<Task> act) : StringWriter
    {
        private bool _acted;

        public override async Task WriteLineAsync(string? value)
        {
            if (!_acted && value?.Contains("seen", StringComparison.Ordinal) == true)
            {
                _acted = true;
                await act();
            }
        }
    }
}
