using System.Security.Cryptography;
using OurVoice.Web.Sealing.Files;

namespace OurVoice.Tests.Sealing;

/// <summary>A sealed file as a stream: what players and the framework ask of one.</summary>
public sealed class SealedFileReaderTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ov_reader_").FullName;
    private readonly byte[] _content = RandomNumberGenerator.GetBytes((2 * Chunk.Size) + 10);
    private Stream _reader = Stream.Null;

    public async Task InitializeAsync()
    {
        var path = Path.Combine(_folder, "file");
        await using var writer = new SealedFiles().Create(path);
        await writer.WriteAsync(_content, default);
        await writer.CommitAsync(default);
        _reader = new SealedFiles().OpenRead(path, writer.Key);
    }

    [Fact]
    public void It_is_read_only_and_can_be_sought_in()
    {
        Assert.Equal((true, true, false), (_reader.CanRead, _reader.CanSeek, _reader.CanWrite));
        Assert.Throws<NotSupportedException>(() => _reader.SetLength(1));
        Assert.Throws<NotSupportedException>(() => _reader.Write([1], 0, 1));
        _reader.Flush();
    }

    [Fact]
    public void It_is_sought_from_the_start_from_here_and_from_the_end()
    {
        Assert.Equal(5, _reader.Seek(5, SeekOrigin.Begin));
        Assert.Equal(_content[5], _reader.ReadByte());
        Assert.Equal(16, _reader.Seek(10, SeekOrigin.Current));
        Assert.Equal(_content[16], _reader.ReadByte());
        Assert.Equal(_content.Length - 3, _reader.Seek(-3, SeekOrigin.End));
        Assert.Equal(_content[^3..], ReadRest());
    }

    [Fact]
    public void At_its_end_and_behind_it_there_is_nothing()
    {
        _reader.Position = _content.Length;
        Assert.Equal(-1, _reader.ReadByte());
        _reader.Position = _content.Length + 1_000;
        Assert.Equal(0, _reader.Read(new byte[10], 0, 10));
    }

    [Fact]
    public void Nothing_asked_nothing_read_and_a_part_goes_where_it_was_asked()
    {
        Assert.Equal(0, _reader.Read([], 0, 0));
        Assert.Equal(0, _reader.Position);
        var into = new byte[10];
        Assert.Equal(3, _reader.Read(into, 4, 3));
        Assert.Equal([0, 0, 0, 0, _content[0], _content[1], _content[2], 0, 0, 0], into);
    }

    [Fact]
    public async Task It_reads_the_same_for_those_who_wait_and_stops_for_those_who_give_up()
    {
        _reader.Position = Chunk.Size - 1;
        var into = new byte[20];
        Assert.Equal(1, await _reader.ReadAsync(into, 2, 10, default));
        Assert.Equal(10, await _reader.ReadAsync(into.AsMemory(10, 10)));
        Assert.Equal(_content[Chunk.Size - 1], into[2]);
        Assert.Equal(_content[Chunk.Size..(Chunk.Size + 10)], into[10..]);
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => _reader.ReadExactlyAsync(into, over.Token).AsTask());
    }

    [Fact]
    public void Once_closed_it_reads_no_more()
    {
        _reader.Dispose();
        Assert.ThrowsAny<Exception>(() => _reader.ReadByte());
    }

    [Fact]
    public async Task A_writer_that_is_done_takes_nothing_more_and_what_was_written_stays()
    {
        var path = Path.Combine(_folder, "second");
        await using var writer = new SealedFiles().Create(path);
        await writer.CommitAsync(default);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => writer.WriteAsync(new byte[1], default).AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => writer.CommitAsync(default));
        await writer.DisposeAsync();
        Assert.Equal(4 + Chunk.TagSize, new FileInfo(path).Length);
    }

    public async Task DisposeAsync()
    {
        await _reader.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private byte[] ReadRest()
    {
        using var copy = new MemoryStream();
        _reader.CopyTo(copy);
        return copy.ToArray();
    }
}
