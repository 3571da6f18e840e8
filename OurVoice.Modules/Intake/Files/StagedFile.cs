using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Files;

/// <summary>A file on its way: sealed in staging, its key here and nowhere else. Travels in the sealed draft; never prints its key.</summary>
/// <param name="Id">The file's id.</param>
/// <param name="Key">32 bytes.</param>
/// <param name="Kind">By content.</param>
/// <param name="Format">By content.</param>
/// <param name="Bytes">Size of the original.</param>
/// <param name="Draft">The draft in whose folder of staging it lies.</param>
internal sealed record StagedFile(Guid Id, byte[] Key, FileKind Kind, FileFormat Format, long Bytes, Guid Draft)
{
    public SealedFileKey SealedKey => new(Id, Key);

    public override string ToString() => Id.ToString();
}
