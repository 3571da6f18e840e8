using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Accounts;

public sealed class DoorTests : IAsyncLifetime
{
    private TestHost _host = default!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.CreateAsync();
        await Staff.InAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_route_of_the_desk_but_sign_in_is_closed_when_signed_out()
    {
        var routes = Routes().ToList();
        Assert.InRange(routes.Count, 10, 500);
        foreach (var (route, isOpen) in routes)
        {
            using var client = new DeskClient(_host);
            var answer = await client.GetAsync(route);
            Assert.True(
                isOpen || (answer.Status == HttpStatusCode.Found && answer.Location!.StartsWith("/desk/account/login", StringComparison.Ordinal)),
                $"{route}: {answer.Status} {answer.Location}");
        }

        Assert.Equal(
            ["/desk/account/login", "/desk/account/recovery", "/desk/account/two-factor"],
            routes.Where(r => r.IsOpen).Select(r => r.Address).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/desk/nobody-thought-of-this")]
    [InlineData("/desk/cases/../account/x")]
    [InlineData("/DESK/accounts")]
    [InlineData("/desk//accounts")]
    public async Task Addresses_that_do_not_exist_give_nothing_away_when_signed_out(string address)
    {
        using var client = new DeskClient(_host);
        var answer = await client.GetAsync(address);
        Assert.True(answer.Status is HttpStatusCode.NotFound || answer.Location?.StartsWith("/desk/account/login", StringComparison.Ordinal) == true, $"{answer.Status} {answer.Location}");
    }

    [Fact]
    public async Task The_circuit_is_closed_when_signed_out()
    {
        using var http = _host.Phone();
        using var answer = await http.PostAsync("/desk/_blazor/negotiate?negotiateVersion=1", content: null);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/km/")]
    [InlineData("/en/services")]
    [InlineData("/en/nothing")]
    public async Task Public_pages_know_no_sign_in(string address)
    {
        using var client = new DeskClient(_host);
        await client.SignInAsync(Staff.Dara);
        var cookie = client.Cookies.Single(c => c.StartsWith("ourvoice-desk", StringComparison.Ordinal)).Split(';')[0];
        using var http = _host.Phone();
        using var plain = await http.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        using var signedIn = await http.SendAsync(request);
        Assert.False(signedIn.Headers.Contains("Set-Cookie"));
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await signedIn.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_post_without_the_forms_token_is_refused()
    {
        using var client = new DeskClient(_host);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync("/desk/account/login", "login", "", ("Email", Staff.Dara), ("Password", Staff.Password))).Status);
    }

    private IEnumerable<(string Address, bool IsOpen)> Routes() =>
        _host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').Split('/')[0] == "desk")
            .Select(e => ("/" + string.Join('/', e.RoutePattern.PathSegments.Select(Segment)), e.Metadata.GetMetadata<IAllowAnonymous>() is not null))
            .Distinct();

    private static string Segment(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPathSegment segment) =>
        string.Concat(segment.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : Guid.NewGuid().ToString()));
}
