using MediatR;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Track.NameLater;

/// <summary>The citizen names somebody else; from this commit on they do not see the case.</summary>
internal sealed class NameSomebody(OneAct one, IMediator mediator) : IAction
{
    /// <summary>False when it had been done before.</summary>
    public async Task<bool> NameAsync(Actor actor, ActOn act, NamedPerson named, CancellationToken cancel)
    {
        if (await one.BeginOpenAsync(act, actor, cancel) is not { } submission)
        {
            return false;
        }

        await mediator.Publish(new CitizenNamed(submission.Id, act.ActId, named, actor), cancel);
        return true;
    }
}
