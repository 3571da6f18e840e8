using Microsoft.AspNetCore.DataProtection;
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

        var (exit, said) = await RetireAsync(store, old);
        Assert.Equal(0, exit);
        Assert.Contains($"'{Path.Combine(store.KeysFolder, "ti-0001.key.retired")}' now", said, StringComparison.Ordinal);

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

    [Fact]
    public async Task The_days_count_from_the_key_that_followed_it_not_from_the_newest()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var old = store.OpenMasters().Current(Side.Ti);
        new MasterKeyFolder(store.KeysFolder).Create(Side.Ti, 2, store.Time.GetUtcNow().UtcDateTime);
        store.Time.Advance(TimeSpan.FromDays(KeysRetireVerb.Days) - TimeSpan.FromSeconds(1));
        new MasterKeyFolder(store.KeysFolder).Create(Side.Ti, 3, store.Time.GetUtcNow().UtcDateTime);
        Assert.Contains("Wait until 2026-06-03", await RefusedAsync(store, old), StringComparison.Ordinal);
        store.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await RetireAsync(store, old)).Exit);
    }

    [Fact]
    public async Task A_site_key_that_still_seals_sign_ins_stays()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        await using var serving = TestServices.Build(store);
        serving.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("who");
        var old = store.OpenMasters().Current(side: null);
        new MasterKeyFolder(store.KeysFolder).Create(side: null, 2, store.Time.GetUtcNow().UtcDateTime);
        store.Time.Advance(TimeSpan.FromDays(40));
        Assert.Contains("sign-ins; call 'keys rotate' again", await RefusedAsync(store, old), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("0123456789abcdef")]
    public async Task Without_the_id_of_a_key_it_names_those_there_are(params string[] arguments)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var masters = store.OpenMasters();
        var (exit, said) = await RunAsync(store, arguments);
        Assert.Equal(2, exit);
        Assert.Equal(
            $"Write: keys retire ID. The keys of '{store.KeysFolder}' are: {masters.Current(Side.Government)}, {masters.Current(side: null)}, {masters.Current(Side.Ti)}.",
            said.Trim());
    }

    private static async Task<string> RefusedAsync(KeyStoreOnDisk store, MasterKey key)
    {
        var (exit, said) = await RetireAsync(store, key);
        Assert.Equal(1, exit);
        Assert.NotNull(store.OpenMasters().Find(key.Side, key.Id));
        return said;
    }

    private static Task<(int Exit, string Said)> RetireAsync(KeyStoreOnDisk store, MasterKey key, IMasterKeyUse? use = null) =>
        RunAsync(store, [key.Id.ToString()], use);

    private static async Task<(int Exit, string Said)> RunAsync(KeyStoreOnDisk store, string[] arguments, IMasterKeyUse? use = null)
    {
        await using var process = TestServices.Build(store, services => services.AddSingleton(use ?? new Use(isNeeded: false, default)));
        var verb = process.GetServices<IHostVerb>().Single(v => v.Words == "keys retire");
        await using var output = new StringWriter();
        return (await verb.RunAsync(arguments, output, default), output.ToString());
    }

    private sealed class Use(bool isNeeded, DateTime replacedAt) : IMasterKeyUse
    {
        public string Name => "tea";

        public Task<bool> NeedsAsync(Side? side, DateTime until, CancellationToken cancel) => Task.FromResult(isNeeded && side is null && until > replacedAt);
    }
}
