using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Cases;

namespace OurVoice.Tests.Intake.Assist;

/// <summary>An officer with a citizen at the desk, in a browser without script: reads a page, fills its form, presses a button.</summary>
internal sealed class Sitting(HttpClient http) : IDisposable
{
    private const string Address = "/desk/intake";

    public HttpClient Http => http;

    public IDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public HttpStatusCode Status { get; private set; }

    public string LastCode { get; private set; } = "";

    public string Heading => Page.QuerySelector("main h1")?.TextContent.Trim() ?? "";

    public string Draft => ((IHtmlInputElement)Page.QuerySelector("input[name=draft]")!).Value;

    public IEnumerable<string> Kinds => Page.QuerySelectorAll("button[name=kind]").Select(b => b.GetAttribute("value")!);

    private string? Step => (Page.QuerySelector("input[name=step]") as IHtmlInputElement)?.Value;

    public async Task OpenAsync() => await ReadAsync(await http.GetAsync(Address));

    public Task StartAsync(string kind) => SendAsync(Fields(("kind", kind)));

    public Task PressAsync(string go, params (string Name, string Value)[] answers) => SendAsync(Fields([.. answers, ("go", go)]));

    /// <summary>The same press again, without going on with its answer.</summary>
    public async Task<IDocument> TryAsync(string go)
    {
        var answer = await http.PostAsync(Address, Body(Fields(("go", go))));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        LastCode = CodeOf(page);
        return page;
    }

    public string CodeOf(IDocument page) => Digits.ToAscii(page.QuerySelector(".turned .code")!.TextContent).Replace(" ", "", StringComparison.Ordinal);

    public Task<HttpStatusCode> KeepAsync(params (string Name, string Value)[] answers) => KeepAsync(Fields(answers));

    public async Task<HttpStatusCode> KeepAsync(List<(string Name, string Value)> fields) =>
        (await http.PostAsync(Address + "/draft", Body(fields))).StatusCode;

    public async Task ToStoryAsync(string kind, Guid office)
    {
        await OpenAsync();
        await StartAsync(kind);
        for (var length = 2; length <= CaseWorld.Commune.Length; length += 2)
        {
            await PressAsync("next", ("place", CaseWorld.Commune[..length]));
        }

        await PressAsync("next", ("office", office.ToString()));
        await PressAsync("next");
        Assert.Equal("Story", Step);
    }

    public Task ToEndAsync() => ToAsync("Statistics");

    public Task ToCheckAsync() => ToAsync("Check");

    public async Task ToSendAsync(string kind, string story, Guid office)
    {
        await ToStoryAsync(kind, office);
        await PressAsync("next", ("story", story));
        await ToEndAsync();
    }

    public async Task SendAsync(List<(string Name, string Value)> fields) => await ReadAsync(await http.PostAsync(Address, Body(fields)));

    public List<(string Name, string Value)> Fields(params (string Name, string Value)[] answers)
    {
        var form = Page.QuerySelectorAll("main form").Cast<IHtmlFormElement>().First();
        var given = answers.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        var all = form.Elements.Select(Value).OfType<(string Name, string Value)>().Where(f => !given.Contains(f.Name));
        return [.. all, .. answers];
    }

    public void Dispose() => http.Dispose();

    private static (string Name, string Value)? Value(IElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? (box.Name!, box.Value) : null,
        IHtmlInputElement input => (input.Name!, input.Value),
        IHtmlTextAreaElement area => (area.Name!, area.Value),
        IHtmlSelectElement select => (select.Name!, select.Value ?? ""),
        _ => null,
    };

    private static MultipartFormDataContent Body(List<(string Name, string Value)> fields)
    {
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            body.Add(new StringContent(value), name);
        }

        return body;
    }

    private async Task ToAsync(string step)
    {
        for (var i = 0; i < 8 && Step != step; i++)
        {
            await PressAsync("next");
        }

        Assert.Equal(step, Step);
    }

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        Status = answer.StatusCode;
        Page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            // The framework's own against foreign forms, beside the sign-in.
            var signIn = http.DefaultRequestHeaders.GetValues("Cookie").First().Split("; ")[0];
            http.DefaultRequestHeaders.Remove("Cookie");
            http.DefaultRequestHeaders.Add("Cookie", signIn + "; " + set.First().Split(';')[0]);
        }
    }
}
