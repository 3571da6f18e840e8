using MediatR;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Track.Judge;

/// <summary>The citizen says whether the answer solved it, if wanted with a reason. Cases decides whether it may be said now.</summary>
internal sealed class JudgeAnswer(OneAct one, IMediator mediator) : IAction
{
    /// <summary>False when it had been said before.</summary>
    public async Task<bool> JudgeAsync(Actor actor, ActOn act, Verdict verdict, byte[]? sealedReason, CancellationToken cancel)
    {
        if (await one.BeginOpenAsync(act, actor, cancel) is not { } submission)
        {
            return false;
        }

        if (sealedReason is not null)
        {
            await one.AddMessageAsync(submission, act.ActId, sealedReason, actor, cancel);
        }

        Guid? reason = sealedReason is null ? null : act.ActId;
        await mediator.Publish(new CitizenJudged(submission.Id, verdict, reason, actor), cancel);
        return true;
    }
}
