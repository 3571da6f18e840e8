using MediatR;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Web.Outbox.ByWebhook;

/// <summary>
/// "A case has climbed", to the Ministry's own system where one listens: that it may look at its figures. Neither which case, nor
/// whose, nor where. Of TI's cases it hears nothing.
/// </summary>
internal sealed class TellMinistry(IOutbox outbox, Ways ways, IWorkingCalendars calendars) : INotificationHandler<CaseMovedUp>
{
    private const string Template = "CaseClimbed";

    public async Task Handle(CaseMovedUp notification, CancellationToken cancellationToken)
    {
        var (moved, ti) = (notification, OfficeIds.TransparencyInternational);
        if (ways.Webhook is null || moved.FromOfficeId == ti || moved.ToOfficeId == ti)
        {
            return;
        }

        var calendar = await calendars.ForOfficeAsync(moved.ToOfficeId, cancellationToken);
        await outbox.AddAsync(
            new OutboxNotice(
                $"{moved.CaseId:N}:{moved.Cycle}:{moved.Level}:{Template}:0", Side.Government, Template, AccountId: null, CaseId: null, Channel.Webhook,
                Lang.En, calendar.OpeningAtOrAfter(moved.Actor.At)),
            cancellationToken);
    }
}
