using OurVoice.Contracts.Host;

namespace OurVoice.Web.Media;

/// <summary>How files of one kind are cleaned.</summary>
internal interface ICleaning
{
    FileKind Kind { get; }

    /// <summary>The programs it needs, by their places in Debian, and the package they come with.</summary>
    (string[] Programs, string Package) Needs { get; }

    /// <exception cref="CleaningStopped">There will be no clean copy, and why.</exception>
    Task<CleanedMedia> CleanAsync(Workbench bench, FileFormat format, CancellationToken cancellationToken);
}
