namespace OurVoice.Contracts.Host;

internal static class Matroska
{
    private const byte CodecId = 0x86;

    /// <summary>A track names its codec in element 0x86: its length, then "V_..." for moving pictures.</summary>
    public static bool HasVideo(ReadOnlySpan<byte> head)
    {
        for (var at = head.IndexOf("V_"u8); at >= 0; at = head.IndexOf("V_"u8))
        {
            if (at >= 2 && head[at - 2] == CodecId && head[at - 1] is > 0x82 and < 0xC0)
            {
                return true;
            }

            head = head[(at + 1)..];
        }

        return false;
    }
}
