using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

/// <summary>A notice ready to go.</summary>
internal sealed record OutgoingMessage(Guid MessageId, Side Side, Channel Channel, string Address, Lang Language, string Subject, string Body);

/// <summary>Carries a message out of the house. One per configured way; where none is configured, the mailbox.</summary>
internal interface IChannelSender
{
    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel);
}
