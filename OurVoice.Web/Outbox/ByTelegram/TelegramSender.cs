using System.Net;
using System.Net.Http.Json;

namespace OurVoice.Web.Outbox.ByTelegram;

/// <summary>Lets the bot write to an officer's chat, whose number is the message's address.</summary>
internal sealed class TelegramSender(TelegramSettings settings, WebCaller web) : IChannelSender
{
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Address, "sendMessage"));
        request.Content = JsonContent.Create(new { chat_id = message.Address, text = message.Body, link_preview_options = new { is_disabled = true } });
        var answer = await web.CallAsync("telegram", request, cancel);

        // Forbidden: the person has stopped the bot.
        return answer.Fault is { } fault
            ? new SendResult(fault, WebCaller.IsForGood(answer.Status) || answer.Status == (int)HttpStatusCode.Forbidden)
            : SendResult.Good;
    }
}
