using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Submit;

/// <summary>Everything of one sending, sealed before the transaction begins.</summary>
internal sealed record SealedSubmission(Submission Submission, IdentityBox Box, IReadOnlyList<Attachment> Attachments, SubmissionSent Event);

/// <summary>Stores a submission and opens its case in the same transaction. The second time it finds the first and does nothing.</summary>
internal sealed class SendSubmission(OurVoiceDb db, IMediator mediator) : IAction
{
    /// <summary>True when it was stored now, false when it had been before.</summary>
    public async Task<bool> SendAsync(Actor actor, SealedSubmission sent, CancellationToken cancel)
    {
        if (await db.Set<Submission>().AnyAsync(s => s.Id == sent.Submission.Id, cancel))
        {
            return false;
        }

        db.Add(sent.Submission);
        db.Add(sent.Box);
        db.AddRange(sent.Attachments);
        await mediator.Publish(sent.Event with { Actor = actor }, cancel);
        return true;
    }
}
