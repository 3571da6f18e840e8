using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox.ByTelegram;
using OurVoice.Web.Outbox.ShowOutbox;

namespace OurVoice.Web.Outbox;

internal static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, Ways ways) => services
        .AddSingleton(ways)
        .AddSingleton(new WebCaller(Ways.Limit))
        .AddScoped<IOutbox, OutboxWriter>()
        .AddSingleton<OutgoingText>()
        .AddSingleton<RightMoment>()
        .AddSingleton<MailboxSender>()
        .AddSingleton<IChannelSender, WaysOut>()
        .AddSweep<HearBot>()
        .AddAction<PutIntoMailbox>()
        .AddAction<NoteAttempt<GovernmentOutboxRow, GovernmentOutboxAttempt>>()
        .AddAction<NoteAttempt<TiOutboxRow, TiOutboxAttempt>>()
        .AddSingleton<OutboxList>()
        .AddScoped<DeadLetters>()
        .AddAction<SettleDeadLetter<GovernmentOutboxRow>>()
        .AddAction<SettleDeadLetter<TiOutboxRow>>()
        .AddDeskLink(new("Outbox_Title", typeof(JobsText), OutboxQuery.Path, 64, who => who.IsAdministrator))
        .AddSweep<GovernmentOutboxSweep>()
        .AddSweep<TiOutboxSweep>();
}
