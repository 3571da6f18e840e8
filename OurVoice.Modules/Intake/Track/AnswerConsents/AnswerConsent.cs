using MediatR;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Track.AnswerConsents;

/// <summary>Which question the pressed button answers, and how. Posted as "agree:ID" or "refuse:ID".</summary>
internal sealed record ConsentChoice(Guid ConsentId, bool IsGiven)
{
    public const string Agree = "agree:";
    public const string Refuse = "refuse:";

    /// <summary>Null when the button is none of these.</summary>
    public static ConsentChoice? Read(string go)
    {
        var isGiven = go.StartsWith(Agree, StringComparison.Ordinal);
        var start = isGiven ? Agree : Refuse;
        return go.StartsWith(start, StringComparison.Ordinal) && Guid.TryParseExact(go[start.Length..], "N", out var id) ? new(id, isGiven) : null;
    }
}

/// <summary>The citizen says whether Transparency International may pass the case on. Cases knows the question.</summary>
internal sealed class AnswerConsent(OneAct one, IMediator mediator) : IAction
{
    /// <summary>False when it had been said before.</summary>
    public async Task<bool> AnswerAsync(Actor actor, ActOn act, ConsentChoice choice, CancellationToken cancel)
    {
        if (await one.BeginOpenAsync(act, actor, cancel) is not { } submission)
        {
            return false;
        }

        await mediator.Publish(new ConsentAnswered(submission.Id, choice.ConsentId, choice.IsGiven, act.ActId, actor), cancel);
        return true;
    }
}
