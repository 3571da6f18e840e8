using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Tests.Sealing;

/// <summary>
/// The form in which keys are stored, written out a second time: a program that agrees with itself on another form
/// would not open one case of before its update.
/// </summary>
public sealed class StoredFormTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_case_key_lies_under_the_key_of_its_side_and_box_bound_to_its_case()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var (id, master) = (Guid.NewGuid(), store.OpenMasters().Current(Side.Ti));
        (await store.Open().CreateAsync(id, Side.Ti, None)).Dispose();
        foreach (var (box, use) in new[] { (KeyBox.Content, "wrap/content"), (KeyBox.Identity, "wrap/identity") })
        {
            var row = (await store.OpenDatabase().ReadAsync(s => s.FindAsync(box, id, None), None)).Single();
            Assert.Equal(32, Blob.Open(Derived(master, use), row.Wrapped, Bytes($"case-key|{id:N}|{box:D}|{Side.Ti:D}"))!.Length);
        }
    }

    [Fact]
    public async Task The_store_proves_each_master_key_by_its_name()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var masters = store.OpenMasters();
        foreach (var (side, stored, name) in new[] { ((Side?)null, 0, "site"), (Side.Government, (int)Side.Government, "government"), (Side.Ti, (int)Side.Ti, "ti") })
        {
            var key = masters.Current(side);
            var proof = (await store.ReadAsync<byte[]>($"SELECT proof FROM keys_master WHERE side = {stored}")).Single();
            Assert.NotNull(Blob.Open(Derived(key, "proof"), proof, Bytes($"proof of {name} key {key.Id}")));
        }
    }

    [Fact]
    public async Task A_cookie_does_not_depend_on_the_folder_the_server_runs_in()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        await using var process = TestServices.Build(store);
        Assert.Equal("OurVoice", process.GetRequiredService<IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator);
    }

    private static byte[] Derived(MasterKey key, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, 32, salt: null, Bytes("our-voice/1/" + use));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
