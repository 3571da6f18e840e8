using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace OurVoice.Web.Outbox.ByWebhook;

/// <summary>
/// Says that something happened, and nothing else: <c>{"id":"...","event":"CaseClimbed"}</c>, signed with HMAC-SHA256 in the header
/// <c>OurVoice-Signature</c>. The id is the same in every attempt.
/// </summary>
internal sealed class WebhookSender(WebhookSettings settings, WebCaller web) : IChannelSender
{
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"id":"{{message.MessageId:N}}","event":"{{message.Subject}}"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("OurVoice-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(settings.Secret, body)));
        var answer = await web.CallAsync("webhook", request, cancel);
        return answer.Fault is { } fault ? new SendResult(fault, WebCaller.IsForGood(answer.Status)) : SendResult.Good;
    }
}
