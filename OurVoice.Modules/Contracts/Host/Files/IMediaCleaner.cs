namespace OurVoice.Contracts.Host;

/// <summary>Makes of a citizen's file the copy that officers may open: decoded or unpacked in a sandbox without network
/// (bubblewrap), with nothing left of author, place, device, picture or time (design.md 4.10).</summary>
public interface IMediaCleaner
{
    /// <summary>True if this machine can clean every kind of file. Found once at start. While false, files stay "not yet cleaned".</summary>
    bool IsAvailable { get; }

    /// <summary>English sentences for the log and the health page that say why not; null if available.</summary>
    string? WhyNot { get; }

    /// <summary>Whether files of this kind can be cleaned here: a machine may lack one converter and have the others.</summary>
    bool CanClean(FileKind kind);

    /// <summary>Cleans one recording, picture or document. At most two files are worked on at a time; others wait for their turn.</summary>
    /// <param name="original">The clear content, read once from where it stands to its end, and not closed.</param>
    /// <param name="detail">What <see cref="FileTypes"/> or <see cref="FileSniffer"/> found; it chooses the decoder.</param>
    /// <param name="cancellationToken">Stops the converter and deletes what it wrote.</param>
    /// <returns>The clean copy, or the named failure. Bad content is never an exception.</returns>
    /// <exception cref="IOException">No room for the job folder; trying later is sensible.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    Task<CleanedMedia> CleanAsync(Stream original, FileDetail detail, CancellationToken cancellationToken);
}
