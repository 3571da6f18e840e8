namespace OurVoice.Contracts.Host;

/// <summary>The format found in the first bytes of a file. Each belongs to one <see cref="FileKind"/>, except
/// <see cref="Mp4"/>, <see cref="Ogg"/> and <see cref="Matroska"/>, which hold sound or moving pictures.</summary>
public enum FileFormat
{
    /// <summary>None of the formats below.</summary>
    Unknown = 0,

    /// <summary>JPEG picture.</summary>
    Jpeg = 1,

    /// <summary>PNG picture.</summary>
    Png = 2,

    /// <summary>WebP picture.</summary>
    Webp = 3,

    /// <summary>GIF picture.</summary>
    Gif = 4,

    /// <summary>HEIC or HEIF picture, as iPhones take.</summary>
    Heic = 5,

    /// <summary>PDF document.</summary>
    Pdf = 6,

    /// <summary>MPEG layer III sound.</summary>
    Mp3 = 7,

    /// <summary>MP4, M4A, QuickTime or 3GP container.</summary>
    Mp4 = 8,

    /// <summary>Ogg container (Opus, Vorbis, Speex, FLAC, Theora).</summary>
    Ogg = 9,

    /// <summary>WebM or Matroska container.</summary>
    Matroska = 10,

    /// <summary>RIFF WAVE sound.</summary>
    Wav = 11,

    /// <summary>AMR sound, narrow or wide band, as older telephones record.</summary>
    Amr = 12,

    /// <summary>AAC sound with ADTS frame headers.</summary>
    Aac = 13,

    /// <summary>FLAC sound.</summary>
    Flac = 14,

    /// <summary>AVI, Flash, MPEG or another container used for moving pictures.</summary>
    OtherVideo = 15,

    /// <summary>A program or script of any system.</summary>
    Executable = 16,

    /// <summary>ZIP, RAR, 7z, gzip and the like, office documents included, because they are ZIP files.</summary>
    Archive = 17,

    /// <summary>HTML, SVG or XML, which a browser would run.</summary>
    Html = 18,
}
