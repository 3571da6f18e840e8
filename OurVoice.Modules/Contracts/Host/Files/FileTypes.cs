namespace OurVoice.Contracts.Host;

/// <summary>Tells a file's type from its content. Names and declared media types are never asked.</summary>
public static class FileTypes
{
    /// <summary>How many bytes from the start are enough to name the format.</summary>
    public const int HeadLength = 64 * 1024;

    /// <summary>Judges by the beginning of a file. An MP4 whose index stands at the end is called sound here, because
    /// moving pictures show only there: feed the whole file to a <see cref="FileSniffer"/> to know.</summary>
    /// <param name="head">The first bytes, best <see cref="HeadLength"/> of them; fewer if the file is shorter.</param>
    public static FileDetail Detect(ReadOnlySpan<byte> head)
    {
        var sniffer = new FileSniffer();
        sniffer.Append(head);
        return sniffer.Judge();
    }
}
