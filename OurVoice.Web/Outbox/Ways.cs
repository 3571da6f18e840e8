using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox.ByMail;
using OurVoice.Web.Outbox.BySms;
using OurVoice.Web.Outbox.ByTelegram;
using OurVoice.Web.Outbox.ByWebhook;

namespace OurVoice.Web.Outbox;

/// <summary>The ways out of the house that this installation has.</summary>
/// <param name="Mail">Null: no mail server is configured; so with the others.</param>
/// <param name="Sms">The gateway.</param>
/// <param name="Telegram">The bot.</param>
/// <param name="Webhook">Who listens.</param>
/// <param name="HasMailbox">What has no way lands in /desk/mailbox: in a demo and for developers, never where real people are told things.</param>
internal sealed record Ways(MailSettings? Mail, SmsSettings? Sms, TelegramSettings? Telegram, WebhookSettings? Webhook, bool HasMailbox)
{
    /// <summary>How long a server may take for one message; far below <see cref="OutboxRow.Claim"/>.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The ways a citizen may ask to be told by.</summary>
    public IReadOnlyList<Channel> ForCitizens => [.. new[] { Channel.Sms, Channel.Email }.Where(Has)];

    /// <summary>The ways an officer may choose from.</summary>
    public IReadOnlyList<Channel> ForOfficers => [.. new[] { Channel.Email, Channel.Sms, Channel.Telegram }.Where(Has)];

    public static Ways Read(IConfiguration configuration, bool hasMailbox) => new(
        MailSettings.Read(configuration), SmsSettings.Read(configuration), TelegramSettings.Read(configuration), WebhookSettings.Read(configuration), hasMailbox);

    /// <summary>Telegram takes a bot to link with, so the mailbox cannot stand in for it.</summary>
    public bool Has(Channel channel) => channel switch
    {
        Channel.Email => Mail is not null || HasMailbox,
        Channel.Sms => Sms is not null || HasMailbox,
        Channel.Telegram => Telegram is not null,
        _ => Webhook is not null,
    };

    /// <summary>The way a person chose, as long as it is there and was proved to be the person's; else by mail. Null without an address.</summary>
    public Way? To(Account account) => account switch
    {
        { NotifyBy: Channel.Sms, PhoneNumberConfirmed: true, PhoneNumber: { } number } when Has(Channel.Sms) => new(Channel.Sms, number, account.Language),
        { NotifyBy: Channel.Telegram, TelegramChatId: { } chat } when Has(Channel.Telegram) => new(Channel.Telegram, chat.ToString(System.Globalization.CultureInfo.InvariantCulture), account.Language),
        { Email: { } address } => new(Channel.Email, address, account.Language),
        _ => null,
    };
}
