using AngleSharp.Html.Parser;

namespace OurVoice.Tests.Matrix;

/// <summary>The token of a form that a person really has, sent with the fields of every form that the person has not.</summary>
internal sealed record PushedForm(string Cookie, string Token)
{
    private static readonly KeyValuePair<string, string>[] Fields =
        [new("_handler", "change"), new("What", "password"), new("Ended", "x/Head"), new("Email", "dara@example.org"), new("Role", "Head"), new("go", "next")];

    public static async Task<PushedForm> TakeAsync(HttpClient client)
    {
        using var page = await client.GetAsync("/desk/account/profile");
        var html = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        var cookies = page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]);
        return new(string.Join("; ", cookies), html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    public async Task<HttpResponseMessage> PushAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("Cookie", $"{string.Join("; ", client.DefaultRequestHeaders.GetValues("Cookie"))}; {Cookie}");
        request.Content = new FormUrlEncodedContent([.. Fields, new("__RequestVerificationToken", Token)]);
        return await client.SendAsync(request);
    }
}
