namespace OurVoice.Contracts.Host;

internal static class Signatures
{
    public static FileFormat Find(ReadOnlySpan<byte> head) =>
        Harmful(head) is var harmful and not FileFormat.Unknown ? harmful
        : Plain(head) is var plain and not FileFormat.Unknown ? plain
        : head.Length >= 12 && head.StartsWith("RIFF"u8) ? Riff(head[8..12])
        : head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) ? Brand(head[8..12])
        : MpegSound.Find(head);

    private static bool Begins(ReadOnlySpan<byte> head, params ReadOnlySpan<byte> bytes) => head.StartsWith(bytes);

    private static FileFormat Plain(ReadOnlySpan<byte> head) =>
        Begins(head, 0xFF, 0xD8, 0xFF) ? FileFormat.Jpeg
        : Begins(head, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A) ? FileFormat.Png
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? FileFormat.Gif
        : head.StartsWith("%PDF-"u8) ? FileFormat.Pdf
        : head.StartsWith("OggS"u8) ? FileFormat.Ogg
        : head.StartsWith("fLaC"u8) ? FileFormat.Flac
        : head.StartsWith("#!AMR\n"u8) || head.StartsWith("#!AMR-WB\n"u8) ? FileFormat.Amr
        : Begins(head, 0x1A, 0x45, 0xDF, 0xA3) ? FileFormat.Matroska
        : head.StartsWith("FLV\x01"u8) || Begins(head, 0, 0, 1, 0xBA) || Begins(head, 0, 0, 1, 0xB3) ? FileFormat.OtherVideo
        : FileFormat.Unknown;

    private static FileFormat Riff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WAVE"u8) ? FileFormat.Wav
        : form.SequenceEqual("WEBP"u8) ? FileFormat.Webp
        : form.SequenceEqual("AVI "u8) ? FileFormat.OtherVideo
        : FileFormat.Unknown;

    private static FileFormat Brand(ReadOnlySpan<byte> brand) =>
        System.Text.Encoding.ASCII.GetString(brand) is "heic" or "heix" or "heim" or "heis" or "hevc" or "mif1" or "msf1"
            ? FileFormat.Heic
            : FileFormat.Mp4;

    private static FileFormat Harmful(ReadOnlySpan<byte> head) =>
        IsProgram(head) ? FileFormat.Executable
        : IsArchive(head) ? FileFormat.Archive
        : IsMarkup(head) ? FileFormat.Html
        : FileFormat.Unknown;

    private static bool IsProgram(ReadOnlySpan<byte> head) =>
        Begins(head, 0x7F, 0x45, 0x4C, 0x46) || head.StartsWith("MZ"u8) || head.StartsWith("dex\n"u8)
        || Begins(head, 0xCA, 0xFE, 0xBA, 0xBE) || Begins(head, 0xCF, 0xFA, 0xED, 0xFE) || Begins(head, 0xCE, 0xFA, 0xED, 0xFE)
        || (head.StartsWith("#!"u8) && !head.StartsWith("#!AMR"u8));

    private static bool IsArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) || head.StartsWith("Rar!"u8)
        || Begins(head, 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C) || Begins(head, 0x1F, 0x8B) || head.StartsWith("BZh"u8)
        || Begins(head, 0xFD, 0x37, 0x7A, 0x58, 0x5A);

    private static bool IsMarkup(ReadOnlySpan<byte> head)
    {
        var text = Begins(head, 0xEF, 0xBB, 0xBF) ? head[3..] : head;
        text = text[..Math.Min(text.Length, 1024)].TrimStart(" \t\r\n"u8);
        return text.StartsWith("<!"u8) || text.StartsWith("<?xml"u8)
            || (text.Length > 1 && text[0] == '<' && char.IsAsciiLetter((char)text[1]));
    }
}
