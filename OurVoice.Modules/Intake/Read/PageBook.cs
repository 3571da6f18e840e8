using System.Buffers.Binary;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Read;

/// <summary>How the pages of a clean copy lie in its one sealed file: their number, the length of each, then the pages.</summary>
internal static class PageBook
{
    private const int Most = 1_000;

    public static byte[] Head(IReadOnlyList<byte[]> pages)
    {
        var head = new byte[sizeof(int) * (pages.Count + 1)];
        BinaryPrimitives.WriteInt32LittleEndian(head, pages.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(sizeof(int) * (i + 1)), pages[i].Length);
        }

        return head;
    }

    /// <summary>A seekable stream of one page, from 1; it owns the book.</summary>
    public static Stream Open(Stream book, int page)
    {
        try
        {
            var count = ReadNumber(book);
            if (count is < 1 or > Most || page > count)
            {
                throw new SealBroken("pages of a file");
            }

            long start = sizeof(int) * (count + 1);
            for (var before = 1; before < page; before++)
            {
                start += ReadNumber(book);
            }

            return new PageStream(book, start, ReadNumber(book));
        }
        catch
        {
            book.Dispose();
            throw;
        }
    }

    private static int ReadNumber(Stream book)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        book.ReadExactly(number);
        return BinaryPrimitives.ReadInt32LittleEndian(number);
    }
}
