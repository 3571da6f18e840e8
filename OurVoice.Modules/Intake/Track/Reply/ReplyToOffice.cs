using MediatR;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Track.Reply;

/// <summary>The citizen writes to the office that holds the case.</summary>
internal sealed class ReplyToOffice(OneAct one, IMediator mediator) : IAction
{
    /// <summary>False when it had been sent before.</summary>
    public async Task<bool> SendAsync(Actor actor, ActOn act, byte[] sealedWords, CancellationToken cancel)
    {
        if (await one.BeginOpenAsync(act, actor, cancel) is not { } submission)
        {
            return false;
        }

        await one.AddMessageAsync(submission, act.ActId, sealedWords, actor, cancel);
        await mediator.Publish(new CitizenReplied(submission.Id, act.ActId, actor), cancel);
        return true;
    }
}
