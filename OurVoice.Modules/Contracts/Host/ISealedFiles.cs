namespace OurVoice.Contracts.Host;

/// <summary>
/// Files whose plaintext never touches the disk: AES-256-GCM in chunks of 64 KB, each bound to the file's id, its
/// index and whether it is the last. Each file has a random key of its own.
/// </summary>
public interface ISealedFiles
{
    /// <summary>Starts a file with a fresh id and key; it appears at <paramref name="path"/> only on commit. The folder must exist.</summary>
    ISealedFileWriter Create(string path);

    /// <summary>
    /// A seekable stream of the content. Truncated or appended files throw <see cref="SealBroken"/> here, a changed
    /// or moved chunk when it is read. Throws <see cref="FileNotFoundException"/> when there is no file.
    /// </summary>
    Stream OpenRead(string path, SealedFileKey key);

    /// <summary>Renames a committed file durably (both folders are synced); an existing target is an IOException.</summary>
    void Move(string from, string to);

    /// <summary>Deletes a file durably; a file that is not there is no error.</summary>
    void Delete(string path);
}

/// <summary>Writes one sealed file. Disposing without a commit leaves nothing behind.</summary>
public interface ISealedFileWriter : IAsyncDisposable
{
    /// <summary>The file's fresh id and key: into the sealed draft, later wrapped under the case key.</summary>
    SealedFileKey Key { get; }

    /// <summary>Bytes of content written so far.</summary>
    long Length { get; }

    /// <summary>Appends content.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancel);

    /// <summary>Seals the last chunk, syncs the file, renames it to its path and syncs the folder.</summary>
    Task CommitAsync(CancellationToken cancel);
}

/// <summary>Id and key (32 bytes) of a sealed file. It never prints its key.</summary>
public sealed record SealedFileKey(Guid FileId, byte[] Key)
{
    /// <summary>The id only.</summary>
    public override string ToString() => FileId.ToString();
}
