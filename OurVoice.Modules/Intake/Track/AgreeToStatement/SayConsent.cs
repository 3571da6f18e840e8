using MediatR;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Track.AgreeToStatement;

/// <summary>The citizen agrees, or not, that an office that may not learn of the case is asked for a statement.</summary>
internal sealed class SayConsent(OneAct one, IMediator mediator) : IAction
{
    /// <summary>False when it had been said before.</summary>
    public async Task<bool> SayAsync(Actor actor, ActOn act, Guid statementId, bool agrees, CancellationToken cancel)
    {
        if (await one.BeginOpenAsync(act, actor, cancel) is not { } submission)
        {
            return false;
        }

        await mediator.Publish(new StatementConsented(submission.Id, act.ActId, statementId, agrees, actor), cancel);
        return true;
    }
}
