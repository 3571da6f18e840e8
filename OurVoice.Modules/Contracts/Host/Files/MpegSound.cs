namespace OurVoice.Contracts.Host;

/// <summary>MP3 and ADTS have no file header, only frame headers of which two bits in three could be chance: a second frame
/// must follow where the first one says, unless the file ends before it.</summary>
internal static class MpegSound
{
    private static readonly int[] Rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Samples = [44100, 48000, 32000];

    public static FileFormat Find(ReadOnlySpan<byte> head)
    {
        var sound = AfterTag(head);
        return IsRun(sound, AdtsLength) ? FileFormat.Aac
            : IsRun(sound, Mp3Length) || head.StartsWith("ID3"u8) ? FileFormat.Mp3
            : FileFormat.Unknown;
    }

    private delegate int FrameLength(ReadOnlySpan<byte> frame);

    private static bool IsRun(ReadOnlySpan<byte> sound, FrameLength lengthOf)
    {
        var length = lengthOf(sound);
        return length > 0 && sound.Length > length + 6 && lengthOf(sound[length..]) > 0;
    }

    private static ReadOnlySpan<byte> AfterTag(ReadOnlySpan<byte> head)
    {
        if (head.Length < 10 || !head.StartsWith("ID3"u8))
        {
            return head;
        }

        var size = (head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9];
        return head[Math.Min(head.Length, Math.Max(0, size) + 10)..];
    }

    private static int AdtsLength(ReadOnlySpan<byte> frame) =>
        frame.Length >= 7 && frame[0] == 0xFF && (frame[1] & 0xF6) == 0xF0 && ((frame[2] >> 2) & 15) < 13
            ? ((frame[3] & 3) << 11) | (frame[4] << 3) | (frame[5] >> 5)
            : 0;

    private static int Mp3Length(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 4 || frame[0] != 0xFF || (frame[1] & 0xE6) != 0xE2)
        {
            return 0;
        }

        var version = (frame[1] >> 3) & 3;
        var rate = frame[2] >> 4;
        var sample = (frame[2] >> 2) & 3;
        if (version == 1 || rate is 0 or 15 || sample == 3)
        {
            return 0;
        }

        var first = version == 3;
        var kilobits = (first ? Rates1 : Rates2)[rate];
        var hertz = Samples[sample] >> (first ? 0 : version == 2 ? 1 : 2);
        return ((first ? 144000 : 72000) * kilobits / hertz) + ((frame[2] >> 1) & 1);
    }
}
