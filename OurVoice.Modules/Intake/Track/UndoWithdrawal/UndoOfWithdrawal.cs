using MediatR;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Track.UndoWithdrawal;

/// <summary>The citizen takes the withdrawal back, while there still is something to bring back.</summary>
internal sealed class UndoOfWithdrawal(OneAct one, IMediator mediator) : IAction
{
    public const int Days = 30;

    /// <summary>The last day on which it can be done.</summary>
    public static DateOnly LastDay(DateOnly withdrawnOn) => withdrawnOn.AddDays(Days);

    /// <summary>False when it had been done before.</summary>
    public async Task<bool> UndoAsync(Actor actor, ActOn act, CancellationToken cancel)
    {
        if (await one.BeginAsync(act, actor, cancel) is not { } submission)
        {
            return false;
        }

        if (submission is { WithdrawnOn: null, WithdrawalFrom: not null })
        {
            // Asked for an assisted case and not carried out yet: no office has seen anything of it.
            submission.WithdrawalFrom = null;
            submission.Version++;
            return true;
        }

        if (submission.WithdrawnOn is not { } withdrawnOn)
        {
            return false;
        }

        if (PhnomPenh.DateOf(actor.At) > LastDay(withdrawnOn))
        {
            throw new RuleBroken("Rule_Gone");
        }

        submission.WithdrawnOn = null;
        submission.Version++;
        await mediator.Publish(new WithdrawalUndone(submission.Id, actor), cancel);
        return true;
    }
}
