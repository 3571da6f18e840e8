using System.Buffers.Binary;
using System.Security.Cryptography;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Files;

namespace OurVoice.Tests.Sealing;

/// <summary>How a sealed file lies on the disk: bytes that the next version must still read, and nothing that stays open.</summary>
public sealed class SealedFileDiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ov_disk_").FullName;
    private readonly SealedFiles _files = new();

    private string Target => Path.Combine(_folder, "file");

    [Fact]
    public async Task Each_chunk_has_its_number_for_a_nonce_and_is_bound_to_file_number_and_end()
    {
        var content = new byte[(2 * Chunk.Size) + 10];
        var key = await WriteAsync(content);
        var bytes = await File.ReadAllBytesAsync(Target);
        Assert.Equal("OVF1"u8.ToArray(), bytes[..4]);
        using var aes = new AesGcm(key.Key, 16);
        var (at, plain) = (4, new List<byte>());
        for (var index = 0; index < 3; index++)
        {
            var size = index == 2 ? 10 : Chunk.Size;
            var number = new byte[12];
            BinaryPrimitives.WriteInt64LittleEndian(number, index);
            byte[] bound = [.. key.FileId.ToByteArray(), .. number[..8], index == 2 ? (byte)1 : (byte)0];
            var opened = new byte[size];
            aes.Decrypt(number, bytes.AsSpan(at, size), bytes.AsSpan(at + size, 16), opened, bound);
            plain.AddRange(opened);
            at += size + 16;
        }

        Assert.Equal(bytes.Length, at);
        Assert.Equal(content, plain);
        Assert.NotEqual(bytes[4..100], bytes[(4 + Chunk.SealedSize)..(100 + Chunk.SealedSize)]); // the same words twice do not look the same
    }

    [Fact]
    public async Task After_a_broken_chunk_the_others_are_still_their_own()
    {
        var content = RandomNumberGenerator.GetBytes(3 * Chunk.Size);
        var key = await WriteAsync(content);
        var bytes = await File.ReadAllBytesAsync(Target);
        bytes[10] ^= 1;
        await File.WriteAllBytesAsync(Target, bytes);
        await using var reader = _files.OpenRead(Target, key);
        for (var again = 0; again < 2; again++)
        {
            reader.Position = 0;
            Assert.Throws<SealBroken>(() => reader.ReadByte());
            reader.Position = Chunk.Size;
            Assert.Equal(content[Chunk.Size], reader.ReadByte());
        }
    }

    [Fact]
    public async Task Nothing_stays_open()
    {
        var key = await WriteAsync([1, 2, 3]);
        Assert.Empty(Open());
        await using (var given = _files.Create(Target + "2"))
        {
            await given.WriteAsync(new byte[] { 1 }, default);
        }

        Assert.Empty(Open());
        await _files.OpenRead(Target, key).DisposeAsync();
        Assert.Throws<SealBroken>(() => _files.OpenRead(Target, key with { FileId = Guid.NewGuid() }));
        Assert.Empty(Open());
        DurableFiles.SyncFolder(_folder);
        Assert.Empty(Open());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // What this process has open of this test's folder.
    private List<string> Open() => [.. Directory.GetFileSystemEntries("/proc/self/fd").Select(f => new FileInfo(f).LinkTarget ?? "")
        .Where(f => f.StartsWith(_folder, StringComparison.Ordinal))];

    private async Task<SealedFileKey> WriteAsync(byte[] content)
    {
        await using var writer = _files.Create(Target);
        await writer.WriteAsync(content, default);
        await writer.CommitAsync(default);
        return writer.Key;
    }
}
