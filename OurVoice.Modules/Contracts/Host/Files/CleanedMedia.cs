namespace OurVoice.Contracts.Host;

/// <summary>Why a file could not be cleaned.</summary>
public enum CleaningFailure
{
    /// <summary>Cut off, damaged, or without any sound. Trying again does not help.</summary>
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
/// <param name="Content">The clean bytes, held in memory only; empty on failure. The caller seals them.</param>
/// <param name="ContentType">A fixed media type a browser can be sent, as <c>audio/mp4</c> or <c>audio/ogg</c>; empty on failure.</param>
/// <param name="Duration">Playing time; zero on failure.</param>
/// <param name="Failure">Null if the file is clean.</param>
public sealed record CleanedMedia(byte[] Content, string ContentType, TimeSpan Duration, CleaningFailure? Failure)
{
    /// <summary>True if <see cref="Content"/> may be shown to an officer.</summary>
    public bool IsClean => Failure is null;

    /// <summary>A result without content.</summary>
    public static CleanedMedia Failed(CleaningFailure failure) => new([], "", TimeSpan.Zero, failure);
}
