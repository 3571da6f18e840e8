using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Sealing.Rotation;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Sealing.Rotation;

public sealed class RetireTests
{
    [Fact]
    public async Task The_current_key_stays_and_an_old_one_until_no_backup_can_need_it()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var old = store.OpenMasters().Current(Side.Ti);
        Assert.Contains("Rotate first", await RefusedAsync(store, old), StringComparison.Ordinal);
        await store.RotateAsync(Side.Ti);
        Assert.Contains("backup", await RefusedAsync(store, old), StringComparison.Ordinal);
        store.Time.Advance(TimeSpan.FromDays(KeysRetireVerb.Days));

        Assert.Equal(0, (await RetireAsync(store, old)).Exit);

        Assert.Equal(2, store.OpenMasters().Current(Side.Ti).Number);
        Assert.Null(store.OpenMasters().Find(Side.Ti, old.Id));
        Assert.Equal(["ti-0001.key.retired", "ti-0002.key"], Directory.GetFiles(store.KeysFolder, "ti*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_key_that_still_wraps_a_case_stays()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var old = store.OpenMasters().Current(Side.Government);
        (await store.Open().CreateAsync(Guid.NewGuid(), Side.Government, default)).Dispose();
        new MasterKeyFolder(store.KeysFolder).Create(Side.Government, 2, store.Time.GetUtcNow().UtcDateTime);
        store.Time.Advance(TimeSpan.FromDays(40));
        Assert.Contains("keys of cases", await RefusedAsync(store, old), StringComparison.Ordinal);
        Assert.Throws<SettingWrong>(() =>
        {
            File.Delete(Path.Combine(store.KeysFolder, "government-0001.key"));
            store.OpenMasters();
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_that_a_module_still_needs_stays(bool isNeeded)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var old = store.OpenMasters().Current(side: null);
        var replacedAt = store.Time.GetUtcNow().UtcDateTime;
        await store.RotateAsync(side: null);
        store.Time.Advance(TimeSpan.FromDays(40));
        var (exit, said) = await RetireAsync(store, old, new Use(isNeeded, replacedAt));
        Assert.Equal(isNeeded ? 1 : 0, exit);
        Assert.Equal(isNeeded, said.Contains("still needed for tea", StringComparison.Ordinal));
    }

    private static async Task<string> RefusedAsync(KeyStoreOnDisk store, MasterKey key)
    {
        var (exit, said) = await RetireAsync(store, key);
        Assert.Equal(1, exit);
        Assert.NotNull(store.OpenMasters().Find(key.Side, key.Id));
        return said;
    }

    private static async Task<(int Exit, string Said)> RetireAsync(KeyStoreOnDisk store, MasterKey key, IMasterKeyUse? use = null)
    {
        await using var process = TestServices.Build(store, services => services.AddSingleton(use ?? new Use(isNeeded: false, default)));
        var verb = process.GetServices<IHostVerb>().Single(v => v.Words == "keys retire");
        await using var output = new StringWriter();
        return (await verb.RunAsync([key.Id.ToString()], output, default), output.ToString());
    }

    private sealed class Use(bool isNeeded, DateTime replacedAt) : IMasterKeyUse
    {
        public string Name => "tea";

        public Task<bool> NeedsAsync(Side? side, DateTime until, CancellationToken cancel) => Task.FromResult(isNeeded && side is null && until > replacedAt);
    }
}
