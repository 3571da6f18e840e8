using MediatR;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Track.Withdraw;

/// <summary>The citizen withdraws; nobody but the citizen can read the words from this commit on.</summary>
internal sealed class WithdrawSubmission(OneAct one, IMediator mediator) : IAction
{
    /// <summary>False when it had been done before.</summary>
    public async Task<bool> WithdrawAsync(Actor actor, ActOn act, CancellationToken cancel)
    {
        if (await one.BeginAsync(act, actor, cancel) is not { WithdrawnOn: null } submission)
        {
            return false;
        }

        submission.WithdrawnOn = PhnomPenh.DateOf(actor.At);
        submission.Version++;
        await mediator.Publish(new SubmissionWithdrawn(submission.Id, actor), cancel);
        return true;
    }
}
