using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

internal static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddScoped<IOutbox, OutboxWriter>()
        .AddSingleton<OutgoingText>()
        .AddSingleton<RightMoment>()
        .AddSingleton<IChannelSender, MailboxSender>()
        .AddAction<PutIntoMailbox>()
        .AddAction<NoteAttempt<GovernmentOutboxRow, GovernmentOutboxAttempt>>()
        .AddAction<NoteAttempt<TiOutboxRow, TiOutboxAttempt>>()
        .AddSweep<GovernmentOutboxSweep>()
        .AddSweep<TiOutboxSweep>();
}
