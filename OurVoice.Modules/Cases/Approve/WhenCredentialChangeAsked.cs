using MediatR;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;

namespace OurVoice.Cases.Approve;

/// <summary>Judges whether a change of how somebody signs in may be made now or waits for a second person.</summary>
internal sealed class WhenCredentialChangeAsked(Appointing appointing, SecondPerson second, IMediator mediator) : INotificationHandler<CredentialChangeAsked>
{
    public async Task Handle(CredentialChangeAsked notification, CancellationToken cancellationToken)
    {
        await appointing.RequireRightAsync(notification.AccountId, notification.Actor, cancellationToken);
        if (SecondPerson.IsNeeded(notification))
        {
            await second.AskAsync(notification, cancellationToken);
            return;
        }

        await mediator.Publish(
            new CredentialChangeAllowed(notification.ChangeId, notification.AccountId, notification.What, notification.Actor.AccountId, notification.Actor),
            cancellationToken);
    }
}
