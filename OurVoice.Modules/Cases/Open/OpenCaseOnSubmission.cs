using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Clock;
using OurVoice.Cases.FoldAlike;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Open;

/// <summary>Opens and routes the case in the transaction that stores the submission.</summary>
internal sealed class OpenCaseOnSubmission(
    OurVoiceDb db, Router router, NewCases cases, Release release, CaseWork work, CaseTimer timer, FoldAlikes folds, IMediator mediator)
    : INotificationHandler<SubmissionSent>
{
    public async Task Handle(SubmissionSent notification, CancellationToken cancellationToken)
    {
        if (await db.Set<Case>().AnyAsync(c => c.Id == notification.CaseId, cancellationToken))
        {
            return;
        }

        var routed = await router.FirstAsync(db, notification.Route, notification.Side, notification.Actor.At, cancellationToken);
        var listedFrom = await release.AtAsync(routed.Office.Id, NewCases.IsConfidential(notification), notification.Actor.At, cancellationToken);
        var opened = await cases.MakeAsync(notification, routed, listedFrom, cancellationToken);
        var holder = new CaseOffice { CaseId = opened.Id, OfficeId = routed.Office.Id, Part = Part.Holds, From = listedFrom, Province = opened.Province };
        holder.FoldId = await folds.ForAsync(notification.Likeness, Circle.Of(opened, routed), cancellationToken);
        db.AddRange(opened, holder, ClockSegment.Received(opened.Id, routed.Office.Id, opened.Level, listedFrom));
        AddAccused(notification, routed, opened.ReceivedOn);
        work.Write(opened, new NewEntry(Guid.NewGuid(), EntryKind.Received, listedFrom, IsPublic: true, routed.Office.Id));
        await timer.RefreshAsync(opened, holder, cancellationToken);
        await mediator.Publish(new CaseOpened(opened.Id, routed.Office.Id, notification.Actor), cancellationToken);
    }

    private void AddAccused(SubmissionSent sent, Routed routed, DateOnly on)
    {
        var (offices, route) = (routed.Conflicts.Offices, sent.Route);
        var accounts = routed.Office.Kind == OfficeKind.TransparencyInternational ? routed.Conflicts.Accounts : new HashSet<Guid>();
        db.AddRange(accounts.Select(a => new CaseExcluded { CaseId = sent.CaseId, AccountId = a, Reason = ExclusionReason.Accused, Since = on }));
        if (offices.Count == 0 && route.AccusedRole is null && sent.SealedAccusedName is null)
        {
            return;
        }

        db.Add(new CaseAccused
        {
            CaseId = sent.CaseId,
            OfficeId = offices.Count > 0 ? route.OfficeId ?? Guid.Empty : Guid.Empty,
            Role = route.AccusedRole,
            Name = sent.SealedAccusedName,
            NamedOn = on,
        });
        db.AddRange(offices.Select(o => new CaseExcluded { CaseId = sent.CaseId, OfficeId = o, Reason = ExclusionReason.Accused, Since = on }));
    }
}
