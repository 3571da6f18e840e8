using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Erase;

/// <summary>Marks the words for erasing: from now on nobody reads them, and the code opens nothing. Their key is deleted by a sweep.</summary>
internal sealed class OnKeepingEnded(OurVoiceDb db, IMediator mediator) : INotificationHandler<KeepingEnded>
{
    public async Task Handle(KeepingEnded notification, CancellationToken cancellationToken)
    {
        if (await db.Set<Submission>().SingleOrDefaultAsync(s => s.Id == notification.CaseId, cancellationToken) is { ErasedOn: null } submission)
        {
            submission.ErasedOn = PhnomPenh.DateOf(notification.Actor.At);
            submission.Version++;
        }

        await mediator.Publish(new SubmissionErased(notification.CaseId, notification.Actor), cancellationToken);
    }
}

/// <summary>Marks name and contact for erasing, in the same way.</summary>
internal sealed class OnIdentityKeepingEnded(OurVoiceDb db) : INotificationHandler<IdentityKeepingEnded>
{
    public async Task Handle(IdentityKeepingEnded notification, CancellationToken cancellationToken)
    {
        if (await db.Set<IdentityBox>().SingleOrDefaultAsync(b => b.Id == notification.CaseId, cancellationToken) is { ErasedOn: null } box)
        {
            box.ErasedOn = PhnomPenh.DateOf(notification.Actor.At);
            box.Version++;
        }
    }
}
