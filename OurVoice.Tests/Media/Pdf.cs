using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace OurVoice.Tests.Media;

/// <summary>PDF documents written by hand, so that a test says exactly what is in them.</summary>
internal static class Pdf
{
    /// <summary>Pages of plain A4 with one black square each.</summary>
    public static byte[] Make(int pages, string info, string catalog) =>
        Write(pages, info, catalog, "/MediaBox [0 0 595 842]", Encoding.ASCII.GetBytes("0 0 0 rg 100 100 200 200 re f"), filter: "");

    /// <summary>One page whose drawing is this many megabytes of drawing once unpacked, and a thousandth of it on the disk.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var lines = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0 0 595 842 re f\n", 1024 * 1024 / 17)));
            for (var i = 0; i < megabytes; i++)
            {
                zip.Write(lines);
            }
        }

        return Write(1, "", "", "/MediaBox [0 0 595 842]", packed.ToArray(), "/Filter /FlateDecode");
    }

    private static byte[] Write(int pages, string info, string catalog, string box, byte[] content, string filter)
    {
        using var file = new MemoryStream();
        List<long> at = [];
        void Text(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Object(string text)
        {
            at.Add(file.Position);
            Text(string.Create(CultureInfo.InvariantCulture, $"{at.Count} 0 obj\n{text}\nendobj\n"));
        }

        Text("%PDF-1.4\n");
        Object($"<< /Type /Catalog /Pages 2 0 R {catalog} >>");
        Object($"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{i + 5} 0 R"))}] >>");
        Object($"<< {info} >>");
        at.Add(file.Position);
        Text(string.Create(CultureInfo.InvariantCulture, $"4 0 obj\n<< /Length {content.Length} {filter} >>\nstream\n"));
        file.Write(content);
        Text("\nendstream\nendobj\n");
        for (var i = 0; i < pages; i++)
        {
            Object($"<< /Type /Page /Parent 2 0 R {box} /Contents 4 0 R >>");
        }

        var xref = file.Position;
        Text(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {at.Count + 1}\n0000000000 65535 f \n"));
        at.ForEach(a => Text(a.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        Text(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {at.Count + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{xref}\n%%EOF\n"));
        return file.ToArray();
    }
}
