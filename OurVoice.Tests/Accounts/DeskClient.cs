using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Accounts;

/// <summary>A browser without script at the desk: keeps cookies, follows nothing, posts the form it was given.</summary>
internal sealed class DeskClient(TestHost host) : IDisposable
{
    private readonly HttpClient _http = host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });

    public List<string> Cookies { get; } = [];

    public async Task<DeskAnswer> GetAsync(string address) => await ReadAsync(await _http.GetAsync(address));

    /// <summary>Loads the page and sends its form of that name with these fields.</summary>
    public async Task<DeskAnswer> PostAsync(string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(address);
        return await SendAsync(address, form, page.Token, fields);
    }

    public async Task<DeskAnswer> SendAsync(string address, string form, string? token, params (string Name, string Value)[] fields)
    {
        using var body = new FormUrlEncodedContent(
            fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("_handler", form)).Append(new("__RequestVerificationToken", token ?? "")));
        return await ReadAsync(await _http.PostAsync(address, body));
    }

    /// <summary>Sends the page's form of that name with a file in its field "file".</summary>
    public async Task<DeskAnswer> SendFileAsync(string address, string form, string? token, string name, byte[] content)
    {
        using var body = new MultipartFormDataContent
        {
            { new StringContent(form), "_handler" }, { new StringContent(token ?? ""), "__RequestVerificationToken" }, { new ByteArrayContent(content), "file", name },
        };
        return await ReadAsync(await _http.PostAsync(address, body));
    }

    public Task<DeskAnswer> SignInAsync(string email, string password = Staff.Password, string query = "") =>
        PostAsync("/desk/account/login" + query, "login", ("Email", email), ("Password", password));

    public void Dispose() => _http.Dispose();

    private async Task<DeskAnswer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Cookies.AddRange(response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
            var location = response.Headers.Location;
            return new(
                response.StatusCode,
                location is { IsAbsoluteUri: true } ? location.PathAndQuery : location?.OriginalString,
                await response.Content.ReadAsStringAsync());
        }
    }
}

/// <summary>What came back.</summary>
internal sealed record DeskAnswer(HttpStatusCode Status, string? Location, string Html)
{
    public IDocument Page => new HtmlParser().ParseDocument(Html);

    public string? Token => Page.QuerySelector("main input[name=__RequestVerificationToken]")?.GetAttribute("value");

    public string Text => Page.QuerySelector("main")?.TextContent ?? "";

    public string? Error => Page.QuerySelector(".error")?.TextContent.Trim();

    /// <summary>True on a page behind the door.</summary>
    public bool IsSignedIn => Page.QuerySelector(".desk-top .account") is not null;
}
