using System.Buffers.Binary;

namespace OurVoice.Contracts.Host;

/// <summary>Walks the top boxes of an MP4 and looks in its index (moov) for a track handler of moving pictures. Telephones
/// write the index behind the sound, so the walk has to follow the whole file.</summary>
internal sealed class Mp4Tracks
{
    private const int HandlerLength = 16;
    private readonly List<byte> _header = new(16);
    private byte[] _rest = [];
    private ulong _left;
    private bool _inIndex;
    private bool _lost;

    public bool HasVideo { get; private set; }

    public void Append(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty && !_lost && !HasVideo)
        {
            piece = _left > 0 ? Pass(piece) : ReadHeader(piece);
        }
    }

    private ReadOnlySpan<byte> Pass(ReadOnlySpan<byte> piece)
    {
        var length = (int)Math.Min(_left, (ulong)piece.Length);
        if (_inIndex)
        {
            Search(piece[..length]);
        }

        _left -= (ulong)length;
        return piece[length..];
    }

    private ReadOnlySpan<byte> ReadHeader(ReadOnlySpan<byte> piece)
    {
        _header.Add(piece[0]);
        var header = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_header);
        if (header.Length is 8 or 16)
        {
            Open(header);
        }

        return piece[1..];
    }

    private void Open(ReadOnlySpan<byte> header)
    {
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(header);
        if (size == 1 && header.Length == 8)
        {
            return;
        }

        size = size switch
        {
            0 => ulong.MaxValue,
            1 => BinaryPrimitives.ReadUInt64BigEndian(header[8..]),
            _ => size,
        };
        _lost = size < (ulong)header.Length;
        _left = _lost ? 0 : size - (ulong)header.Length;
        _inIndex = header[4..8].SequenceEqual("moov"u8);
        _rest = [];
        _header.Clear();
    }

    /// <summary>A handler box is "hdlr", eight bytes, then its type; it may be cut between two pieces.</summary>
    private void Search(ReadOnlySpan<byte> index)
    {
        ReadOnlySpan<byte> text = [.. _rest, .. index];
        for (var at = text.IndexOf("hdlr"u8); at >= 0 && text.Length - at >= HandlerLength; at = text.IndexOf("hdlr"u8))
        {
            HasVideo |= text.Slice(at + 12, 4).SequenceEqual("vide"u8);
            text = text[(at + 4)..];
        }

        _rest = text[^Math.Min(text.Length, HandlerLength - 1)..].ToArray();
    }
}
