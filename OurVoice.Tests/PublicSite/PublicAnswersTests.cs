using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.PublicSite;

public sealed class PublicAnswersTests
{
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["{code}"] = "CR-01", ["{office:guid}"] = OfficeIds.Ministry.ToString(),
    };

    private static readonly string[] Kinds = ["complaint", "support", "information", "corruption"];

    /// <summary>What a title in the history of a shared phone must not say.</summary>
    private static readonly string[] Telling = ["complain", "corrupt", "report", "support", "request", "bribe", "បណ្ដឹង", "បណ្តឹង", "ពុករលួយ", "គាំទ្រ", "រាយការណ៍", "សូកប៉ាន់"];

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task No_public_answer_carries_a_cookie_a_token_or_the_frameworks_script_and_each_page_has_an_exit(string lang)
    {
        await using var host = await TestHost.CreateAsync();
        await host.StartAsync();
        using var phone = host.Phone();
        var addresses = Routes(host).SelectMany(r => Addresses(r, lang)).Append($"/{lang}/nothing").ToList();
        Assert.All(addresses, a => Assert.DoesNotContain('{', a));
        foreach (var address in addresses)
        {
            await JudgeAsync(address, await phone.GetAsync(address));
            await JudgeAsync("POST " + address, await phone.PostAsync(address, new MultipartFormDataContent { { new StringContent("x"), "go" } }));
        }
    }

    private static async Task JudgeAsync(string address, HttpResponseMessage answer)
    {
        using (answer)
        {
            var html = await answer.Content.ReadAsStringAsync();
            Assert.False(answer.Headers.Contains("Set-Cookie"), address + " sets a cookie");
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.True(policy.StartsWith("default-src 'none'; ", StringComparison.Ordinal) && !policy.Contains("unsafe", StringComparison.Ordinal), address + ": " + policy);
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            foreach (var trace in new[] { "Blazor", "blazor", "_framework", "__RequestVerificationToken", "<script>", " style=", " onclick=" })
            {
                Assert.False(html.Contains(trace, StringComparison.Ordinal), $"{address}: {trace}");
            }

            var page = new HtmlParser().ParseDocument(html);
            Assert.True(page.QuerySelector("header a[data-exit][rel=noreferrer]")?.GetAttribute("href")?.StartsWith("https://", StringComparison.Ordinal), address + " has no exit");
            Assert.False(string.IsNullOrWhiteSpace(page.Title), address + " has no title");
            Assert.DoesNotContain(Telling, word => page.Title.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static List<string> Routes(TestHost host) =>
        [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PublicPageAttribute>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Addresses(string route, string lang) => Kinds
        .Select(kind => Parts.Aggregate(
            route.Replace("{lang}", lang, StringComparison.Ordinal).Replace("{kind}", kind, StringComparison.Ordinal),
            (address, part) => address.Replace(part.Key, part.Value, StringComparison.Ordinal)))
        .Distinct(StringComparer.Ordinal);
}
