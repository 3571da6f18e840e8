using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Upload;

/// <summary>
/// Finds out whether a picture came whole. A line that breaks while a phone reads its own card leaves a file without an end
/// mark, and the sender should hear of it while the picture can still be sent again.
/// </summary>
internal sealed class PictureEnd
{
    private const int Tail = 16;

    /// <summary>In a small file the mark of the preview inside must not pass for the picture's own.</summary>
    private const int NearEnd = 4 * 1024;

    private readonly byte[] _tail = new byte[Tail];
    private long _length;
    private long _lastJpegEnd = -1;
    private byte _before;
    private uint _riffSize;

    public void Append(ReadOnlySpan<byte> piece)
    {
        if (_length == 0 && piece.Length >= 8)
        {
            _riffSize = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(piece[4..]);
        }

        if (_before == 0xFF && piece.Length > 0 && piece[0] == 0xD9)
        {
            _lastJpegEnd = _length + 1;
        }

        if (piece.LastIndexOf([(byte)0xFF, (byte)0xD9]) is >= 0 and var at)
        {
            _lastJpegEnd = _length + at + 2;
        }

        _length += piece.Length;
        Remember(piece);
    }

    public bool IsCutOff(FileFormat format) => format switch
    {
        FileFormat.Jpeg => _lastJpegEnd <= FileTypes.HeadLength && _lastJpegEnd < _length - NearEnd,
        FileFormat.Png => _tail.AsSpan().IndexOf("IEND"u8) < 0,
        FileFormat.Webp => _length < _riffSize + 8L,
        _ => false,
    };

    private void Remember(ReadOnlySpan<byte> piece)
    {
        if (piece.Length >= Tail)
        {
            piece[^Tail..].CopyTo(_tail);
        }
        else if (piece.Length > 0)
        {
            _tail.AsSpan(piece.Length).CopyTo(_tail);
            piece.CopyTo(_tail.AsSpan(Tail - piece.Length));
        }

        _before = piece.Length > 0 ? piece[^1] : _before;
    }
}
