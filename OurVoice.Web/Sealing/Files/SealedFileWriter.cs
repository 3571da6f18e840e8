using System.Security.Cryptography;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Files;

internal sealed class SealedFileWriter : ISealedFileWriter
{
    public const string PartSuffix = ".part";

    private readonly string path;
    private readonly FileStream file;
    private readonly AesGcm aes;
    private readonly byte[] buffer = new byte[Chunk.SealedSize];
    private int filled;
    private long index;
    private bool closed;
    private bool committed;

    public SealedFileWriter(string path)
    {
        this.path = path;
        Key = new SealedFileKey(Guid.NewGuid(), RandomNumberGenerator.GetBytes(32));
        aes = new AesGcm(Key.Key, Chunk.TagSize);
        file = PrivateFiles.Create(path + PartSuffix);
        file.Write(Chunk.Head);
    }

    public SealedFileKey Key { get; }

    public long Length { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        while (!content.IsEmpty)
        {
            // A full chunk waits until more comes: only then is it known not to be the last.
            if (filled == Chunk.Size)
            {
                await WriteChunkAsync(last: false, cancel);
            }

            var part = content[..Math.Min(content.Length, Chunk.Size - filled)];
            part.CopyTo(buffer.AsMemory(filled));
            filled += part.Length;
            Length += part.Length;
            content = content[part.Length..];
        }
    }

    public async Task CommitAsync(CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        await WriteChunkAsync(last: true, cancel);
        file.Flush(flushToDisk: true);
        await CloseAsync();
        DurableFiles.Move(path + PartSuffix, path);
        committed = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!committed)
        {
            await CloseAsync();
            File.Delete(path + PartSuffix);
        }
    }

    private async Task WriteChunkAsync(bool last, CancellationToken cancel)
    {
        Chunk.Seal(aes, Key.FileId, index++, last, buffer, filled);
        var sealedChunk = buffer.AsMemory(0, filled + Chunk.TagSize);
        filled = 0;
        await file.WriteAsync(sealedChunk, cancel);
    }

    private async Task CloseAsync()
    {
        closed = true;
        await file.DisposeAsync();
        aes.Dispose();
        CryptographicOperations.ZeroMemory(buffer);
    }
}
