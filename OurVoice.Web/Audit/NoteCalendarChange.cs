using MediatR;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Web.Audit;

/// <summary>Who changes holidays or office hours moves due dates, so it is written down. Verbs and built-in facts have no account behind them.</summary>
internal sealed class NoteCalendarChange(IAuditInAct audit) : INotificationHandler<CalendarChanged>
{
    public async Task Handle(CalendarChanged notification, CancellationToken cancellationToken)
    {
        if (notification.Actor.AccountId is null)
        {
            return;
        }

        var reason = notification.OfficeKind?.ToString() ?? notification.Cause.ToString();
        await audit.AddAsync(new(AuditAct.CalendarChanged, notification.Actor, DetailId: notification.OfficeId, Reason: reason), cancellationToken);
    }
}
