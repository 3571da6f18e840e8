using MediatR;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.CitizenActs;

/// <summary>"Was it solved?": yes closes, partly goes back to the same office once, no goes one level up.</summary>
internal sealed class OnCitizenJudged(OurVoiceDb db, TakeAct take) : INotificationHandler<CitizenJudged>
{
    public async Task Handle(CitizenJudged notification, CancellationToken cancellationToken)
    {
        var held = await take.FindAsync(notification.CaseId, cancellationToken) ?? throw Rules.NotFound();
        var entries = await Judging.EntriesAsync(db, held.Case.Id, cancellationToken);
        if (Judging.Forbids(held.Case, entries, notification.Verdict, notification.Actor.At) is { } rule)
        {
            throw new RuleBroken(rule);
        }

        Rules.Require(notification.Verdict != Verdict.No || notification.MessageId is not null, "Rule_ReasonNeeded");
        var kind = notification.Verdict switch
        {
            Verdict.Solved => EntryKind.JudgedSolved,
            Verdict.Partly => EntryKind.JudgedPartly,
            Verdict.No => EntryKind.JudgedNo,
            _ => throw new RuleBroken("Rule_NothingToJudge"),
        };
        await take.RunAsync(held, kind, notification.MessageId ?? Guid.NewGuid(), notification.Actor, cancellationToken);
    }
}
