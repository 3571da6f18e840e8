using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

/// <summary>What would have gone out while no channel is configured; without the address.</summary>
internal sealed class MailboxMessage
{
    public Guid Id { get; init; }

    public Side Side { get; init; }

    public Channel Channel { get; init; }

    public Lang Language { get; init; }

    public string Subject { get; init; } = "";

    public string Body { get; init; } = "";

    public DateTime At { get; init; }
}

internal sealed class MailboxMessageTable : IEntityTypeConfiguration<MailboxMessage>
{
    public void Configure(EntityTypeBuilder<MailboxMessage> builder)
    {
        builder.ToTable("host_mailbox");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Subject).HasMaxLength(200).Harmless("a template's text, the same for every case");
        builder.Property(m => m.Body).HasMaxLength(2000).Harmless("a template's text, the same for every case");
        builder.HasIndex(m => new { m.Side, m.At, m.Id });
    }
}

/// <summary>Puts the message into the mailbox that developers and demo visitors read at /desk/mailbox.</summary>
internal sealed class MailboxSender(IRunner runner, TimeProvider time, MailboxList mailbox) : IChannelSender
{
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        if (!mailbox.IsOpen)
        {
            // Nothing may be called sent where nobody can read it.
            return new SendResult("no-channel", ForGood: true);
        }

        var actor = Actor.System(time);
        await runner.RunAsync(actor, (PutIntoMailbox put) => put.ExecuteAsync(message, actor, cancel), cancel);
        return SendResult.Good;
    }
}

internal sealed class PutIntoMailbox(OurVoiceDb db) : IAction
{
    public async Task ExecuteAsync(OutgoingMessage message, Actor actor, CancellationToken cancel)
    {
        // The message id is the row's id: a repetition after a crash is one message here, as it should be at a receiver.
        if (!await db.Set<MailboxMessage>().AnyAsync(m => m.Id == message.MessageId, cancel))
        {
            var hour = actor.At.AddTicks(-(actor.At.Ticks % TimeSpan.TicksPerHour));
            db.Add(new MailboxMessage
            {
                Id = message.MessageId, Side = message.Side, Channel = message.Channel, Language = message.Language,
                Subject = message.Subject, Body = message.Body, At = hour,
            });
        }
    }
}
