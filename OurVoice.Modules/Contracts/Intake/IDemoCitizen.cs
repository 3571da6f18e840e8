using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Intake;

/// <summary>The demo only: lets an invented citizen act on the tracking page, with words that Intake has invented.</summary>
public interface IDemoCitizen
{
    /// <summary>The topic of the invented story of a case, by which officers' words are chosen; "-" when the story is none of the demo's.</summary>
    Task<string> TopicAsync(Guid caseId, CancellationToken cancel);

    /// <summary>Answers an officer's question.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="questionKey">What was asked: the key of the demo's question.</param>
    /// <param name="kind">Kind of case.</param>
    /// <param name="seed">Number of the demo case; the same seed gives the same words.</param>
    /// <param name="actor">The citizen at the instant of the story, UTC.</param>
    /// <param name="cancel">Ctrl-C.</param>
    /// <exception cref="RuleBroken">The case takes no message now.</exception>
    Task AnswerAsync(Guid caseId, string questionKey, CaseKind kind, int seed, Actor actor, CancellationToken cancel);

    /// <summary>Says whether it was solved; "no" with a reason.</summary>
    /// <exception cref="RuleBroken">It cannot be said now.</exception>
    Task JudgeAsync(Guid caseId, Verdict verdict, CaseKind kind, int seed, Actor actor, CancellationToken cancel);
}
