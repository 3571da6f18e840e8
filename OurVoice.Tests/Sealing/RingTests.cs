using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Data;
using OurVoice.Web.Sealing.Ring;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Tests.Sealing;

public sealed class RingTests
{
    [Theory, EveryDatabase]
    public async Task The_rings_rows_hold_no_key_in_clear_and_a_second_process_opens_them(string provider)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync(provider);
        await using var first = Process(store);
        await using var second = Process(store);
        var cookie = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("who");
        Assert.Equal("who", second.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));

        var xml = (await store.ReadAsync<string>("SELECT xml FROM keys_ring")).Single();
        Assert.Contains("<sealed ", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_keeps_its_ring_in_the_key_store()
    {
        await using var host = await TestHost.CreateAsync();
        await host.StartAsync();
        host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("who");
        var rows = host.Services.GetRequiredService<KeyDatabase>().Run(s => s.Read(s.Command("SELECT xml FROM keys_ring"), r => r.GetString(0)));
        Assert.All(rows, xml => Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal));
        Assert.NotEmpty(rows);
    }

    [Fact]
    public async Task Another_houses_master_key_does_not_open_the_ring()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        await using var other = await KeyStoreOnDisk.CreateAsync();
        await using var first = Process(store);
        var cookie = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("who");
        other.OpenMasters();
        foreach (var xml in await store.ReadAsync<string>("SELECT xml FROM keys_ring"))
        {
            await other.ExecuteAsync($"INSERT INTO keys_ring VALUES ('stolen', '{xml}')");
        }

        await using var thief = Process(other);
        Assert.Throws<CryptographicException>(() => thief.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));
        var stolen = XElement.Parse((await other.ReadAsync<string>("SELECT xml FROM keys_ring WHERE name = 'stolen'")).Single()).Descendants(RingSeal.Element).Single();
        Assert.Contains("a Data Protection key", Assert.Throws<SealBroken>(() => new RingOpener(thief).Decrypt(stolen)).Message, StringComparison.Ordinal);
        var rewrap = thief.GetRequiredService<RingRewrap>();
        Assert.Contains("a Data Protection key", Assert.Throws<SealBroken>(() => rewrap.Rewrap(other.OpenMasters().Current(side: null).Id)).Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Process(KeyStoreOnDisk store) => TestServices.Build(store);
}
