using System.Net.Http.Headers;
using System.Text;

namespace OurVoice.Web.Outbox.BySms;

/// <summary>Gives a message's subject line to the gateway: it is the short form of the same text.</summary>
internal sealed class SmsSender(SmsSettings settings, WebCaller web) : IChannelSender
{
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(settings.Method, settings.Address.Fill(message));
        foreach (var (name, value) in settings.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (settings.Body is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.Fill(message)));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(settings.ContentType);
        }

        var answer = await web.CallAsync("sms", request, cancel);
        return answer.Fault is { } fault ? new SendResult(fault, WebCaller.IsForGood(answer.Status))
            : settings.Success?.IsMatch(answer.Body) == false ? new SendResult("sms-not-accepted", ForGood: false)
            : SendResult.Good;
    }
}
