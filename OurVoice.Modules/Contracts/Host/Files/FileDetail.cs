namespace OurVoice.Contracts.Host;

/// <summary>The judgement on one file's content.</summary>
/// <param name="Kind">What may be done with it.</param>
/// <param name="Format">The format found, for the converter and for the sentence shown.</param>
public sealed record FileDetail(FileKind Kind, FileFormat Format)
{
    /// <summary>Nothing we know.</summary>
    public static FileDetail Unknown { get; } = new(FileKind.Unknown, FileFormat.Unknown);

    /// <summary>True if a file of this kind may be kept with a case: a picture, a PDF or sound.</summary>
    public bool MayBeKept => Kind is FileKind.Picture or FileKind.Pdf or FileKind.Audio;
}
