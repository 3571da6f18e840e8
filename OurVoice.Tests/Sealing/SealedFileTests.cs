using System.Security.Cryptography;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Files;

namespace OurVoice.Tests.Sealing;

public sealed class SealedFileTests : IDisposable
{
    private const int Sealed = Chunk.SealedSize;
    private const int Head = 4;
    private readonly string _folder = Directory.CreateTempSubdirectory("ov_files_").FullName;
    private readonly SealedFiles _files = new();

    private string Target => Path.Combine(_folder, "file");

    public static TheoryData<string, Func<byte[], byte[]>> Attacks => new()
    {
        { "cut at a chunk's end", f => f[..^(f.Length - Head - (2 * Sealed))] },
        { "cut inside a chunk", f => f[..^1] },
        { "cut to the head", f => f[..Head] },
        { "cut to nothing", _ => [] },
        { "one byte appended", f => [.. f, 0] },
        { "a chunk appended again", f => [.. f, .. f[Head..(Head + Sealed)]] },
        { "two chunks swapped", f => [.. f[..Head], .. f[(Head + Sealed)..(Head + (2 * Sealed))], .. f[Head..(Head + Sealed)], .. f[(Head + (2 * Sealed))..]] },
        { "first chunk left out", f => [.. f[..Head], .. f[(Head + Sealed)..]] },
        { "middle chunk doubled", f => [.. f[..(Head + (2 * Sealed))], .. f[(Head + Sealed)..]] },
        { "a byte changed in the head", f => Flip(f, 0) },
        { "a byte changed in the first chunk", f => Flip(f, Head + 5) },
        { "a byte changed in a tag", f => Flip(f, Head + Sealed - 1) },
        { "the last byte changed", f => Flip(f, f.Length - 1) },
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk.Size - 1)]
    [InlineData(Chunk.Size)]
    [InlineData(Chunk.Size + 1)]
    [InlineData(2 * Chunk.Size)]
    [InlineData(300_000)]
    public async Task A_file_comes_back_byte_for_byte(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var key = await WriteAsync(Target, content, step: 1_000);
        await using var reader = _files.OpenRead(Target, key);
        using var copy = new MemoryStream();
        await reader.CopyToAsync(copy);
        Assert.Equal(content, copy.ToArray());
        Assert.Equal(length, reader.Length);
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Any_range_can_be_read()
    {
        var content = RandomNumberGenerator.GetBytes(200_000);
        await using var reader = _files.OpenRead(Target, await WriteAsync(Target, content));
        foreach (var start in new[] { 150_000, 0, Chunk.Size - 3, Chunk.Size, 199_999 })
        {
            var part = new byte[Math.Min(100, content.Length - start)];
            reader.Seek(start, SeekOrigin.Begin);
            reader.ReadExactly(part);
            Assert.Equal(content[start..(start + part.Length)], part);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Position = -1);
    }

    [Fact]
    public async Task No_plaintext_touches_the_disk_and_nobody_else_may_read_it()
    {
        var canary = "មេភូមិសុំលុយ canary "u8.ToArray();
        await using var writer = _files.Create(Target);
        for (var i = 0; i < 20_000; i++)
        {
            await writer.WriteAsync(canary, default);
        }

        var part = Directory.GetFiles(_folder).Single();
        await using (var file = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            var onDisk = new byte[file.Length];
            file.ReadExactly(onDisk);
            Assert.True(onDisk.Length > Chunk.Size);
            Assert.Equal(-1, onDisk.AsSpan().IndexOf("canary"u8));
        }

        await writer.CommitAsync(default);
        Assert.Equal(-1, (await File.ReadAllBytesAsync(Target)).AsSpan().IndexOf("canary"u8));
        Assert.False(OurVoice.Web.Sealing.PrivateFiles.IsOpenToOthers(Target));
        Assert.Equal(20_000 * canary.Length, writer.Length);
    }

    [Theory, MemberData(nameof(Attacks))]
    public async Task A_changed_file_does_not_read_to_its_end(string attack, Func<byte[], byte[]> change)
    {
        var key = await WriteAsync(Target, RandomNumberGenerator.GetBytes(180_000));
        await File.WriteAllBytesAsync(Target, change(await File.ReadAllBytesAsync(Target)));
        var broken = Record.Exception(() => ReadAll(key));
        Assert.True(broken is SealBroken, attack);
    }

    [Theory]
    [InlineData("cut at a chunk's end")]
    [InlineData("one byte appended")]
    [InlineData("a chunk appended again")]
    public async Task A_cut_or_lengthened_file_is_refused_before_its_first_byte(string attack)
    {
        var key = await WriteAsync(Target, RandomNumberGenerator.GetBytes(180_000));
        var change = (Func<byte[], byte[]>)Attacks.Single(a => (string)a[0] == attack)[1];
        await File.WriteAllBytesAsync(Target, change(await File.ReadAllBytesAsync(Target)));
        Assert.Throws<SealBroken>(() => _files.OpenRead(Target, key));
    }

    [Fact]
    public async Task Neither_another_key_nor_another_id_opens_it()
    {
        var key = await WriteAsync(Target, [1, 2, 3]);
        Assert.Throws<SealBroken>(() => ReadAll(key with { FileId = Guid.NewGuid() }));
        Assert.Throws<SealBroken>(() => ReadAll(key with { Key = new byte[32] }));
    }

    [Fact]
    public async Task Without_a_commit_nothing_is_left_and_nothing_appears()
    {
        await using (var writer = _files.Create(Target))
        {
            await writer.WriteAsync(new byte[100_000], default);
            Assert.False(File.Exists(Target));
        }

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_file_in_the_way_is_never_overwritten()
    {
        var key = await WriteAsync(Target, [1]);
        await using (var second = _files.Create(Target))
        {
            await Assert.ThrowsAsync<IOException>(() => second.CommitAsync(default));
        }

        Assert.Equal([1], ReadAll(key));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_moved_file_opens_at_its_new_place_and_deleting_twice_is_no_error()
    {
        var key = await WriteAsync(Target, [1, 2]);
        var kept = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "kept")).FullName, "file");
        _files.Move(Target, kept);
        Assert.False(File.Exists(Target));
        await using (var reader = _files.OpenRead(kept, key))
        {
            Assert.Equal(2, reader.Length);
        }

        _files.Delete(kept);
        _files.Delete(kept);
        Assert.Throws<FileNotFoundException>(() => _files.OpenRead(kept, key));
    }

    [Fact]
    public void Two_files_never_share_a_key()
    {
        var a = _files.Create(Target).Key;
        var b = _files.Create(Target + "2").Key;
        Assert.NotEqual(a.FileId, b.FileId);
        Assert.NotEqual(a.Key, b.Key);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Flip(byte[] file, int at)
    {
        file[at] ^= 1;
        return file;
    }

    private byte[] ReadAll(SealedFileKey key)
    {
        using var reader = _files.OpenRead(Target, key);
        using var copy = new MemoryStream();
        reader.CopyTo(copy);
        return copy.ToArray();
    }

    private async Task<SealedFileKey> WriteAsync(string path, byte[] content, int step = 70_000)
    {
        await using var writer = _files.Create(path);
        foreach (var part in content.Chunk(step))
        {
            await writer.WriteAsync(part, default);
        }

        await writer.CommitAsync(default);
        return writer.Key;
    }
}
