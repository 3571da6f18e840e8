using MediatR;
using OurVoice.Cases.Acting;
using OurVoice.Cases.CitizenActs;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.Exclude;

/// <summary>
/// The citizen named somebody else. Whoever it is loses the case in this transaction; that somebody was named is told to the office that
/// keeps it like every act of the citizen, at its next opening.
/// </summary>
internal sealed class OnCitizenNamed(TakeAct take, Excluding excluding) : INotificationHandler<CitizenNamed>
{
    public async Task Handle(CitizenNamed notification, CancellationToken cancellationToken)
    {
        var held = await take.FindAsync(notification.CaseId, cancellationToken) ?? throw Rules.NotFound();
        Rules.Require(held.Case.ErasedAt is null, "NotFound");
        if (await take.RunAsync(held, EntryKind.CitizenNamed, notification.NamingId, notification.Actor, cancellationToken) is { } at)
        {
            await excluding.NameAsync(held, notification.NamingId, notification.Named, PhnomPenh.DateOf(at), notification.Actor, cancellationToken);
        }
    }
}
