namespace OurVoice.Contracts.Host;

/// <summary>Why a file could not be cleaned.</summary>
public enum CleaningFailure
{
    /// <summary>Cut off, damaged, locked, or without anything to hear or see. Trying again does not help.</summary>
    NotDecodable = 1,

    /// <summary>The recording plays longer than the limit (two hours). Trying again does not help.</summary>
    TooLong = 2,

    /// <summary>The file, or what it unpacks to, is larger than the limit. Trying again does not help.</summary>
    TooLarge = 3,

    /// <summary>The converter ran into its time limit. One more try on a quieter machine may help.</summary>
    TimedOut = 4,

    /// <summary>This machine cannot clean files (<see cref="IMediaCleaner.WhyNot"/>). Try again after it was repaired.</summary>
    SandboxMissing = 5,

    /// <summary>There are moving pictures in it. The citizen is told to send sound or photographs instead.</summary>
    IsVideo = 6,
}

/// <summary>The clean copy of one file, or the reason why there is none.</summary>
/// <param name="Pages">The clean bytes, held in memory only: one recording, one picture, or a picture of each page; empty on failure. The caller seals them.</param>
/// <param name="ContentType">A fixed media type a browser can be sent, as <c>audio/mp4</c>, <c>audio/ogg</c> or <c>image/jpeg</c>; empty on failure.</param>
/// <param name="Failure">Null if the file is clean.</param>
public sealed record CleanedMedia(IReadOnlyList<byte[]> Pages, string ContentType, CleaningFailure? Failure)
{
    /// <summary>Playing time of a recording; zero otherwise.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How many pages the document has; more than <see cref="Pages"/> when it is longer than the limit.</summary>
    public int PagesInOriginal { get; init; } = Pages.Count;

    /// <summary>True if <see cref="Pages"/> may be shown to an officer.</summary>
    public bool IsClean => Failure is null;

    /// <summary>The only or first page; empty on failure.</summary>
    public byte[] Content => Pages.Count > 0 ? Pages[0] : [];

    /// <summary>A result without content.</summary>
    public static CleanedMedia Failed(CleaningFailure failure) => new([], "", failure);
}
