using MediatR;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Track.AcceptFee;

/// <summary>The citizen accepts the fee asked for the information.</summary>
internal sealed class AcceptAskedFee(OneAct one, IMediator mediator) : IAction
{
    /// <summary>False when it had been accepted before.</summary>
    public async Task<bool> AcceptAsync(Actor actor, ActOn act, CancellationToken cancel)
    {
        if (await one.BeginOpenAsync(act, actor, cancel) is not { } submission)
        {
            return false;
        }

        await mediator.Publish(new FeeAccepted(submission.Id, actor), cancel);
        return true;
    }
}
