using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Erase;

/// <summary>Marks content for erasing; from then on nobody reads it. The key is deleted by a sweep afterwards.</summary>
internal sealed class EraseSubmission(OurVoiceDb db, IMediator mediator) : IAction
{
    /// <summary>Also true when it was marked before.</summary>
    public async Task<bool> EraseAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var submission = await db.Set<Submission>().FirstOrDefaultAsync(s => s.Id == id, cancel);
        if (submission is { ErasedOn: null })
        {
            submission.ErasedOn = PhnomPenh.DateOf(actor.At);
            submission.Version++;
            await mediator.Publish(new SubmissionErased(id, actor), cancel);
        }

        return submission is not null;
    }
}
