using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OurVoice.Bench.Citizens;

/// <summary>A public page as a phone without script sees it: its text and its forms, ready to be filled in and posted.</summary>
public sealed class Page
{
    private static readonly HtmlParser Parser = new();

    private Page(IHtmlDocument document, int bytes) => (Document, Bytes) = (document, bytes);

    public IHtmlDocument Document { get; }

    /// <summary>Size of the HTML before compression.</summary>
    public int Bytes { get; }

    /// <summary>The name of the step of the form, or null on a page that has none.</summary>
    public string? Step => (Document.QuerySelector("form input[name=step]") as IHtmlInputElement)?.Value;

    /// <summary>The receipt code as digits, or null when the page shows none.</summary>
    public string? Code => Document.QuerySelector(".paper .code") is { } code ? new([.. code.TextContent.Select(Digit).OfType<char>()]) : null;

    public static async Task<Page> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var text = await answer.Content.ReadAsStringAsync(cancel);
        return new(await Parser.ParseDocumentAsync(text, cancel), text.Length);
    }

    /// <summary>What the form would send if nothing more were typed; the first form unless another is asked for.</summary>
    public Dictionary<string, string> Fields(int form = 0)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in Document.Forms[form].Elements.Where(e => !string.IsNullOrEmpty(e.GetAttribute("name"))))
        {
            if (Value(element) is { } value)
            {
                fields.TryAdd(element.GetAttribute("name")!, value);
            }
        }

        return fields;
    }

    private static string? Value(IElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } => null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => null,
    };

    private static char? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c,
        >= '\u17E0' and <= '\u17E9' => (char)(c - '\u17E0' + '0'),
        _ => null,
    };
}
