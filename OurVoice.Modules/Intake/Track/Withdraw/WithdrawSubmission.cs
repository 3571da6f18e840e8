using MediatR;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Track.Withdraw;

internal enum Withdrawal
{
    /// <summary>It had been asked or done before.</summary>
    Before,

    /// <summary>Of an assisted case: it is carried out after some days, because somebody else may know the code.</summary>
    Asked,
    Done,
}

/// <summary>The citizen withdraws; nobody but the citizen can read the words from this commit on.</summary>
internal sealed class WithdrawSubmission(OneAct one, IMediator mediator) : IAction
{
    public async Task<Withdrawal> WithdrawAsync(Actor actor, ActOn act, CancellationToken cancel)
    {
        if (await one.BeginAsync(act, actor, cancel) is not { WithdrawnOn: null, WithdrawalFrom: null } submission)
        {
            return Withdrawal.Before;
        }

        submission.Version++;
        if (submission.Assisted)
        {
            submission.WithdrawalFrom = PhnomPenh.DateOf(actor.At).AddDays(AssistedCases.WaitDays);
            return Withdrawal.Asked;
        }

        submission.WithdrawnOn = PhnomPenh.DateOf(actor.At);
        await mediator.Publish(new SubmissionWithdrawn(submission.Id, actor), cancel);
        return Withdrawal.Done;
    }
}
