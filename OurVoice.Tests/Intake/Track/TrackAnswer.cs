using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OurVoice.Tests.Intake.Track;

/// <summary>A page as it came, with the fields that a browser would send from it.</summary>
internal sealed record TrackAnswer(HttpStatusCode Status, string Headers, bool SetsCookie, string Body, IDocument Page)
{
    /// <summary>All that is read, in one line.</summary>
    public string Text => string.Join(' ', Page.QuerySelector("main")!.Descendants<IText>().Select(t => t.Data).SelectMany(t => t.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));

    public string? Token => (Page.QuerySelector("input[name=token]") as IHtmlInputElement)?.Value;

    public bool AsksForCode => Page.QuerySelector("input[name=code]") is not null;

    public string Error => Page.QuerySelector("[role=alert]")?.TextContent.Trim() ?? "";

    public string Notice => Page.QuerySelector("[role=status]")?.TextContent.Trim() ?? "";

    /// <summary>The button values on the page, in the order of the markup.</summary>
    public IReadOnlyList<string> Buttons => [.. Page.QuerySelectorAll("form.track button[name=go]").Select(b => b.GetAttribute("value")!)];

    public IReadOnlyList<(string Name, string Value)> Fields => [.. FieldsOf(Page.QuerySelector("form.track")!)];

    public static IEnumerable<(string Name, string Value)> FieldsOf(IElement form) =>
        form.QuerySelectorAll("input, textarea").Where(e => e is not (IHtmlInputElement { Type: "radio", IsChecked: false } or IHtmlInputElement { Type: "file" }))
            .Select(e => (e.GetAttribute("name")!, e is IHtmlTextAreaElement box ? box.Value : ((IHtmlInputElement)e).Value));

    public string Box(string name) => (Page.QuerySelector($"textarea[name={name}]") as IHtmlTextAreaElement)?.Value ?? "(no box)";

    /// <summary>The body with the sealed token and this code blanked.</summary>
    public string Blanked(string code) => Regex.Replace(Body, "name=\"token\" value=\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromMinutes(1)).Replace(code, "");

    public static async Task<TrackAnswer> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(h => h.Key is not ("Date" or "Content-Length"))
            .Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal);
        return new(
            response.StatusCode, string.Join('\n', headers), response.Headers.Contains("Set-Cookie"), body, await new HtmlParser().ParseDocumentAsync(body));
    }
}
