using System.Globalization;
using System.Net;
using System.Security.Authentication;

namespace OurVoice.Web.Outbox;

/// <summary>What a server over HTTP made of a message.</summary>
/// <param name="Status">Zero when it never answered.</param>
/// <param name="Body">Its words, to be judged and forgotten.</param>
/// <param name="Fault">Null when it answered with success, else our code.</param>
internal readonly record struct WebAnswer(int Status, string Body, string? Fault);

/// <summary>
/// Calls gateways over HTTP. A client of its own and not the host's factory, which logs addresses: they hold tokens and numbers.
/// </summary>
/// <param name="limit">How long one call may take, its answer included.</param>
internal sealed class WebCaller(TimeSpan limit) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Nothing of ours but what stands in the request.
        ActivityHeadersPropagator = null,
    })
    {
        MaxResponseContentBufferSize = 1024 * 1024, Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <param name="channel">How the fault's code begins.</param>
    /// <param name="request">What to send.</param>
    /// <param name="cancel">Ends the process' part; a slow server is a fault, not a cancellation.</param>
    public async Task<WebAnswer> CallAsync(string channel, HttpRequestMessage request, CancellationToken cancel)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        clock.CancelAfter(limit);
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, clock.Token);
            var status = (int)answer.StatusCode;
            var fault = answer.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"{channel}-{status / 100}xx");
            return new(status, await answer.Content.ReadAsStringAsync(clock.Token), fault);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(0, "", channel + "-timeout");
        }
        catch (HttpRequestException e)
        {
            return new(0, "", channel + (e.InnerException is AuthenticationException ? "-tls" : "-unreachable"));
        }
    }

    /// <summary>The same message will be refused again: it is the message that is wrong, not the key, the hour or the server.</summary>
    public static bool IsForGood(int status) => status is (int)HttpStatusCode.BadRequest or (int)HttpStatusCode.Gone or (int)HttpStatusCode.UnprocessableEntity;

    public void Dispose() => _client.Dispose();
}
