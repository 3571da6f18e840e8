using System.Globalization;
using System.Text.RegularExpressions;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Media;

/// <summary>PDF documents: a picture of each page by pdftoppm, so that no script, form, link or author comes along.</summary>
internal sealed partial class PaperCleaning : ICleaning
{
    public FileKind Kind => FileKind.Pdf;

    public (string[] Programs, string Package) Needs => (["/usr/bin/pdftoppm", "/usr/bin/pdfinfo"], "poppler-utils");

    public async Task<CleanedMedia> CleanAsync(Workbench bench, FileFormat format, CancellationToken cancellationToken)
    {
        CleaningStopped.If(format is not FileFormat.Pdf, CleaningFailure.NotDecodable);
        var said = Count().Match(await bench.RunAsync(["pdfinfo", Workbench.Source], bench.Options.Look, cancellationToken));
        CleaningStopped.If(!said.Success, CleaningFailure.NotDecodable);
        var count = int.TryParse(said.Groups["pages"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : int.MaxValue;
        var stopped = await DrawAsync(bench, cancellationToken);
        var drawn = await TakeAsync(bench, cancellationToken);
        return drawn.Count > 0
            ? new(drawn, "image/jpeg", Failure: null) { PagesInOriginal = Math.Max(count, drawn.Count) }
            : throw new CleaningStopped(stopped ?? CleaningFailure.NotDecodable);
    }

    // Pages that were drawn before one of them took too long are worth having: the viewer says how many there are.
    private static async Task<CleaningFailure?> DrawAsync(Workbench bench, CancellationToken cancellationToken)
    {
        try
        {
            await bench.RunAsync(Command(bench.Options), bench.Options.Paper, cancellationToken);
            return null;
        }
        catch (CleaningStopped stopped) when (stopped.Failure is CleaningFailure.TimedOut or CleaningFailure.TooLarge)
        {
            return stopped.Failure;
        }
    }

    // A size in pixels, not a resolution: a page as large as a field would else be drawn as large as a field.
    private static string[] Command(MediaOptions options) =>
    [
        "pdftoppm", "-q", "-f", "1", "-l", options.MaxPages.ToString(CultureInfo.InvariantCulture),
        "-scale-to", options.PageSide.ToString(CultureInfo.InvariantCulture), "-jpeg", "-jpegopt", "quality=80,optimize=y", Workbench.Source, "page",
    ];

    private static async Task<List<byte[]>> TakeAsync(Workbench bench, CancellationToken cancellationToken)
    {
        List<byte[]> pages = [];
        foreach (var name in bench.Results("page-*.jpg", bench.Options.MaxPages))
        {
            if (await bench.TakeAsync(name, cancellationToken) is { } page && PlainJpeg.Is(page))
            {
                pages.Add(page);
            }
        }

        return pages;
    }

    [GeneratedRegex(@"^Pages:\s+(?<pages>\d+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();
}
