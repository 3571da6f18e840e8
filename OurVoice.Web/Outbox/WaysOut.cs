using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox.ByMail;
using OurVoice.Web.Outbox.BySms;
using OurVoice.Web.Outbox.ByTelegram;
using OurVoice.Web.Outbox.ByWebhook;

namespace OurVoice.Web.Outbox;

/// <summary>Sends by the way that is configured for the channel; where none is, into the mailbox.</summary>
internal sealed class WaysOut(Ways ways, WebCaller web, MailboxSender mailbox) : IChannelSender
{
    private readonly MailSender? _mail = ways.Mail is { } mail ? new(mail, Ways.Limit) : null;
    private readonly SmsSender? _sms = ways.Sms is { } sms ? new(sms, web) : null;
    private readonly TelegramSender? _telegram = ways.Telegram is { } telegram ? new(telegram, web) : null;
    private readonly WebhookSender? _webhook = ways.Webhook is { } webhook ? new(webhook, web) : null;

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        IChannelSender? sender = message.Channel switch
        {
            Channel.Email => _mail,
            Channel.Sms => _sms,
            Channel.Telegram => _telegram,
            _ => _webhook,
        };
        return (sender ?? mailbox).SendAsync(message, cancel);
    }
}
