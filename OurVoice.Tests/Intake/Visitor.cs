using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Intake;

/// <summary>A citizen's phone without script and without cookies: reads a page, fills its form, presses one of its buttons.</summary>
internal sealed class Visitor(HttpClient phone) : IDisposable
{
    public Visitor(TestHost host)
        : this(host.Phone())
    {
    }

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public HttpResponseMessage Answer { get; private set; } = new();

    public string Html { get; private set; } = "";

    public string Text => Page.QuerySelector("main")?.TextContent ?? "";

    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string? Step => Field("step");

    public async Task<Visitor> OpenAsync(string address)
    {
        await ReadAsync(await phone.GetAsync(address));
        return this;
    }

    public string? Field(string name) => (Page.QuerySelector($"[name={name}]") as IHtmlInputElement)?.Value;

    public string[] Faults() => [.. Page.QuerySelectorAll(".faults li").Select(e => e.TextContent.Trim())];

    /// <summary>Presses a button of the form with these answers; what is not named stays as the page has it.</summary>
    public Task<Visitor> PressAsync(string go, params (string Name, string Value)[] answers) => PostAsync(FormOf(go), go, answers, file: null);

    public Task<Visitor> NextAsync(params (string Name, string Value)[] answers) => PressAsync("next", answers);

    public Task<Visitor> AttachAsync(byte[] content, string name, params (string Name, string Value)[] answers) =>
        PostAsync(FormOf("filed"), "filed", answers, (content, name));

    /// <summary>The same post again, as a reload or a second tab sends it.</summary>
    public async Task<Visitor> AgainAsync(Func<MultipartFormDataContent> body, string address)
    {
        await ReadAsync(await phone.PostAsync(address, body()));
        return this;
    }

    /// <summary>The body that pressing a button would send, to send it as often as a test wants.</summary>
    public (Func<MultipartFormDataContent> Body, string Address) Prepare(string go, params (string Name, string Value)[] answers)
    {
        var form = FormOf(go);
        var fields = Fields(form, go, answers);
        return (() => Body(fields, file: null), Address(form, go));
    }

    public void Dispose() => phone.Dispose();

    private async Task<Visitor> PostAsync(IHtmlFormElement form, string go, (string Name, string Value)[] answers, (byte[] Content, string Name)? file)
    {
        await ReadAsync(await phone.PostAsync(Address(form, go), Body(Fields(form, go, answers), file)));
        return this;
    }

    private static MultipartFormDataContent Body(List<(string Name, string Value)> fields, (byte[] Content, string Name)? file)
    {
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            body.Add(new StringContent(value), name);
        }

        if (file is { } f)
        {
            body.Add(new ByteArrayContent(f.Content), "file", f.Name);
        }

        return body;
    }

    private IHtmlFormElement FormOf(string go) =>
        (IHtmlFormElement)(Button(go)?.Closest("form") ?? throw new InvalidOperationException($"No button '{go}' on: {Heading} {string.Join(" | ", Faults())}"));

    private IHtmlButtonElement? Button(string go) =>
        Page.QuerySelectorAll("button[name=go]").Cast<IHtmlButtonElement>().FirstOrDefault(b => b.Value == go);

    private string Address(IHtmlFormElement form, string go) => Button(go)?.GetAttribute("formaction") ?? form.GetAttribute("action")!;

    private static List<(string Name, string Value)> Fields(IHtmlFormElement form, string go, (string Name, string Value)[] answers)
    {
        var given = answers.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        var kept = form.Elements.Select(Value).OfType<(string Name, string Value)>().Where(f => !given.Contains(f.Name)).ToList();
        return [.. kept, .. answers, ("go", go)];
    }

    private static (string Name, string Value)? Value(IElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? (box.Name!, box.Value) : null,
        IHtmlInputElement { Type: "file" } => null,
        IHtmlInputElement input => (input.Name!, input.Value),
        IHtmlTextAreaElement area => (area.Name!, area.Value),
        IHtmlSelectElement select => (select.Name!, select.Value ?? ""),
        _ => null,
    };

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        Answer = answer;
        Html = await answer.Content.ReadAsStringAsync();
        Page = await new HtmlParser().ParseDocumentAsync(Html);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
    }
}
