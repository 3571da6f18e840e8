using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Track.UndoWithdrawal;

namespace OurVoice.Intake.Erase;

/// <summary>Marks withdrawn content for erasing when it can be brought back no more; from then on nobody reads it. The key is deleted by a sweep afterwards.</summary>
internal sealed class EraseSubmission(OurVoiceDb db, IMediator mediator) : IAction
{
    /// <summary>False when there is nothing to mark, because it is marked already or the withdrawal was undone meanwhile.</summary>
    public async Task<bool> EraseAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var submission = await db.Set<Submission>().FirstOrDefaultAsync(s => s.Id == id, cancel);
        var today = PhnomPenh.DateOf(actor.At);
        if (submission is not { ErasedOn: null, WithdrawnOn: { } withdrawnOn } || UndoOfWithdrawal.LastDay(withdrawnOn) >= today)
        {
            return false;
        }

        submission.ErasedOn = today;
        submission.Version++;
        await mediator.Publish(new SubmissionErased(id, actor), cancel);
        return true;
    }
}
