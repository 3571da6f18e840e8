namespace OurVoice.Contracts.Host;

/// <summary>Tells a file's type while it streams by, in any pieces, keeping at most <see cref="FileTypes.HeadLength"/> of it.
/// Not safe for several threads.</summary>
public sealed class FileSniffer
{
    private readonly byte[] _head = new byte[FileTypes.HeadLength];
    private readonly Mp4Tracks _tracks = new();
    private int _kept;

    /// <summary>Takes the next piece of the file.</summary>
    public void Append(ReadOnlySpan<byte> piece)
    {
        var keep = piece[..Math.Min(piece.Length, _head.Length - _kept)];
        keep.CopyTo(_head.AsSpan(_kept));
        _kept += keep.Length;
        _tracks.Append(piece);
    }

    /// <summary>The judgement on what has passed so far; final once the whole file has.</summary>
    public FileDetail Judge()
    {
        var head = _head.AsSpan(0, _kept);
        return Signatures.Find(head) switch
        {
            FileFormat.Mp4 => new(_tracks.HasVideo ? FileKind.Video : FileKind.Audio, FileFormat.Mp4),
            FileFormat.Matroska => new(Matroska.HasVideo(head) ? FileKind.Video : FileKind.Audio, FileFormat.Matroska),
            FileFormat.Ogg => new(head.IndexOf("theora"u8) >= 0 ? FileKind.Video : FileKind.Audio, FileFormat.Ogg),
            var format => new(KindOf(format), format),
        };
    }

    private static FileKind KindOf(FileFormat format) => format switch
    {
        FileFormat.Jpeg or FileFormat.Png or FileFormat.Webp or FileFormat.Gif or FileFormat.Heic => FileKind.Picture,
        FileFormat.Pdf => FileKind.Pdf,
        FileFormat.Mp3 or FileFormat.Wav or FileFormat.Amr or FileFormat.Aac or FileFormat.Flac => FileKind.Audio,
        FileFormat.OtherVideo => FileKind.Video,
        FileFormat.Executable or FileFormat.Archive or FileFormat.Html => FileKind.Refused,
        _ => FileKind.Unknown,
    };
}
