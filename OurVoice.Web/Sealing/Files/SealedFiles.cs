using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Files;

internal sealed class SealedFiles : ISealedFiles
{
    public ISealedFileWriter Create(string path) => new SealedFileWriter(path);

    public Stream OpenRead(string path, SealedFileKey key) => new SealedFileReader(path, key);

    public void Move(string from, string to) => DurableFiles.Move(from, to);

    public void Delete(string path) => DurableFiles.Delete(path);
}
