using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Files;

/// <summary>Reads a sealed _file from any position (players ask for ranges), one opened chunk in memory at a time.</summary>
internal sealed class SealedFileReader : Stream
{
    private readonly SafeFileHandle _file;
    private readonly AesGcm _aes;
    private readonly Guid _id;
    private readonly byte[] _buffer = new byte[Chunk.SealedSize];
    private readonly long _chunks;
    private readonly long _sealedLength;
    private long _loaded = -1;
    private int _loadedLength;

    public SealedFileReader(string path, SealedFileKey key)
    {
        _file = File.OpenHandle(path);
        _aes = new AesGcm(key.Key, Chunk.TagSize);
        _id = key.FileId;
        _sealedLength = RandomAccess.GetLength(_file) - Chunk.Head.Length;
        _chunks = (_sealedLength + Chunk.SealedSize - 1) / Chunk.SealedSize;
        Length = _sealedLength - (_chunks * Chunk.TagSize);
        try
        {
            CheckEnds();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> to)
    {
        if (Position >= Length || to.IsEmpty)
        {
            return 0;
        }

        Load(Position / Chunk.Size);
        var from = (int)(Position % Chunk.Size);
        var part = _buffer.AsSpan(from, Math.Min(_loadedLength - from, to.Length));
        part.CopyTo(to);
        Position += part.Length;
        return part.Length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // One chunk from the page cache is microseconds: a thread switch would cost more.
    public override ValueTask<int> ReadAsync(Memory<byte> to, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(to.Span));
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
        _ => offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
            _aes.Dispose();
            CryptographicOperations.ZeroMemory(_buffer);
        }

        base.Dispose(disposing);
    }

    // The last chunk is opened first: a _file cut or lengthened says so before any of its content is believed.
    private void CheckEnds()
    {
        Span<byte> head = stackalloc byte[Chunk.Head.Length];
        if (_sealedLength < Chunk.TagSize || RandomAccess.Read(_file, head, 0) != head.Length || !head.SequenceEqual(Chunk.Head))
        {
            throw new SealBroken("a _file");
        }

        Load(_chunks - 1);
    }

    private void Load(long index)
    {
        if (index == _loaded)
        {
            return;
        }

        _loaded = -1;
        var start = index * Chunk.SealedSize;
        var size = (int)Math.Min(Chunk.SealedSize, _sealedLength - start);
        if (size < Chunk.TagSize || ReadFully(_buffer.AsSpan(0, size), start + Chunk.Head.Length) != size)
        {
            throw new SealBroken("a _file");
        }

        Chunk.Open(_aes, _id, index, index == _chunks - 1, _buffer.AsSpan(0, size));
        (_loaded, _loadedLength) = (index, size - Chunk.TagSize);
    }

    private int ReadFully(Span<byte> to, long at)
    {
        var total = 0;
        for (int read; total < to.Length && (read = RandomAccess.Read(_file, to[total..], at + total)) > 0;)
        {
            total += read;
        }

        return total;
    }
}
