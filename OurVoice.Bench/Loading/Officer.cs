using System.Net;
using OurVoice.Bench.Citizens;
using OurVoice.Contracts.Host.Demo;

namespace OurVoice.Bench.Loading;

/// <summary>A signed-in officer's browser as far as HTTP goes: the first rendering of a desk page.</summary>
internal static class Officer
{
    public static async Task<HttpClient> SignInAsync(Uri address, string key, CancellationToken cancel)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        using var door = await client.GetAsync("/desk/account/login", cancel);
        var page = await Page.ReadAsync(door, cancel);
        var fields = page.Fields();
        (fields["Email"], fields["Password"]) = (DemoSignIns.All.Single(a => a.Key == key).Email, DemoSignIns.Password);
        using var answer = await client.PostAsync("/desk/account/login", new FormUrlEncodedContent(fields), cancel);
        return answer.RequestMessage!.RequestUri!.AbsolutePath.Contains("login", StringComparison.Ordinal)
            ? throw new InvalidOperationException("The demo officer could not sign in.")
            : client;
    }
}
