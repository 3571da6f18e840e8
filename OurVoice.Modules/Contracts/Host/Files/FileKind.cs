namespace OurVoice.Contracts.Host;

/// <summary>What a file is by its content, whatever its name or its sender says (design.md 4.10).</summary>
public enum FileKind
{
    /// <summary>No type we know. It is not kept.</summary>
    Unknown = 0,

    /// <summary>A photograph or a picture of a screen.</summary>
    Picture = 1,

    /// <summary>A PDF document.</summary>
    Pdf = 2,

    /// <summary>A voice note or another recording without moving pictures.</summary>
    Audio = 3,

    /// <summary>A moving picture. It cannot be made safe here; the citizen is told what to do instead.</summary>
    Video = 4,

    /// <summary>Something that a person opening it could be harmed by: a program, an archive or a web page.</summary>
    Refused = 5,
}
