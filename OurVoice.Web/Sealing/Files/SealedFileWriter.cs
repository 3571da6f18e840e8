using System.Security.Cryptography;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Files;

internal sealed class SealedFileWriter : ISealedFileWriter
{
    public const string PartSuffix = ".part";

    private readonly string _path;
    private readonly FileStream _file;
    private readonly AesGcm _aes;
    private readonly byte[] _buffer = new byte[Chunk.SealedSize];
    private int _filled;
    private long _index;
    private bool _closed;
    private bool _committed;

    public SealedFileWriter(string path)
    {
        _path = path;
        Key = new SealedFileKey(Guid.NewGuid(), RandomNumberGenerator.GetBytes(32));
        _aes = new AesGcm(Key.Key, Chunk.TagSize);
        _file = PrivateFiles.Create(path + PartSuffix);
        _file.Write(Chunk.Head);
    }

    public SealedFileKey Key { get; }

    public long Length { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        while (!content.IsEmpty)
        {
            // A full chunk waits until more comes: only then is it known not to be the last.
            if (_filled == Chunk.Size)
            {
                await WriteChunkAsync(last: false, cancel);
            }

            var part = content[..Math.Min(content.Length, Chunk.Size - _filled)];
            part.CopyTo(_buffer.AsMemory(_filled));
            _filled += part.Length;
            Length += part.Length;
            content = content[part.Length..];
        }
    }

    public async Task CommitAsync(CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        await WriteChunkAsync(last: true, cancel);
        _file.Flush(flushToDisk: true);
        await CloseAsync();
        DurableFiles.Move(_path + PartSuffix, _path);
        _committed = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_committed)
        {
            await CloseAsync();
            File.Delete(_path + PartSuffix);
        }
    }

    private async Task WriteChunkAsync(bool last, CancellationToken cancel)
    {
        Chunk.Seal(_aes, Key.FileId, _index++, last, _buffer, _filled);
        var sealedChunk = _buffer.AsMemory(0, _filled + Chunk.TagSize);
        _filled = 0;
        await _file.WriteAsync(sealedChunk, cancel);
    }

    private async Task CloseAsync()
    {
        _closed = true;
        await _file.DisposeAsync();
        _aes.Dispose();
        CryptographicOperations.ZeroMemory(_buffer);
    }
}
