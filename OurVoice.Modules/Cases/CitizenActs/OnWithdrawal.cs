using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.Statements;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.CitizenActs;

/// <summary>Offices lose sight of the case at once; the clock stands, so that an undone withdrawal makes nobody late.</summary>
internal sealed class OnSubmissionWithdrawn(TakeAct take, CaseWork work, CaseTimer timer) : INotificationHandler<SubmissionWithdrawn>
{
    public async Task Handle(SubmissionWithdrawn notification, CancellationToken cancellationToken)
    {
        var held = await take.FindAsync(notification.CaseId, cancellationToken) ?? throw Rules.NotFound();
        var on = held.Case;
        if (on.WithdrawnAt is not null)
        {
            await take.ForgetUndoAsync(on, cancellationToken);
            return;
        }

        var at = await timer.AtOnceAsync(on, notification.Actor.At, cancellationToken);
        (on.WithdrawnAt, on.StateBeforeWithdrawal, on.State) = (at, on.State, CaseState.Withdrawn);
        work.Write(on, new NewEntry(Guid.NewGuid(), EntryKind.Withdrawn, at, IsPublic: true));
        await timer.PauseAsync(on, at, cancellationToken);
        await timer.RefreshAsync(on, held.Holder, cancellationToken);

        // What else the citizen did waits until the withdrawal is undone.
        (on.DueAt, on.NextEventAt) = (null, null);
    }
}

/// <summary>The case comes back as it stood.</summary>
internal sealed class OnWithdrawalUndone(TakeAct take) : INotificationHandler<WithdrawalUndone>
{
    public async Task Handle(WithdrawalUndone notification, CancellationToken cancellationToken)
    {
        var held = await take.FindAsync(notification.CaseId, cancellationToken) ?? throw Rules.NotFound();
        Rules.Require(held.Case.ErasedAt is null, "NotFound");
        if (held.Case.WithdrawnAt is not null && !await take.IsWaitingAsync(held.Case.Id, EntryKind.WithdrawalUndone, cancellationToken))
        {
            await take.RunAsync(held, EntryKind.WithdrawalUndone, Guid.NewGuid(), notification.Actor, cancellationToken);
        }
    }
}

/// <summary>The content is gone for good: what is left is a row without words that still counts in figures.</summary>
internal sealed class OnSubmissionErased(OurVoiceDb db, TakeAct take, CaseWork work, CaseTimer timer, StatementConsent statements) : INotificationHandler<SubmissionErased>
{
    public async Task Handle(SubmissionErased notification, CancellationToken cancellationToken)
    {
        if (await take.FindAsync(notification.CaseId, cancellationToken) is not { Case.ErasedAt: null } held)
        {
            return;
        }

        var on = held.Case;
        var at = await timer.AtOnceAsync(on, notification.Actor.At, cancellationToken);
        (on.ErasedAt, on.Kept) = (at, Kept.Nothing);
        on.Outcome = on.WithdrawnAt is null ? on.Outcome : CaseOutcome.Withdrawn;
        on.ClosedOn ??= PhnomPenh.DateOf(at);
        work.Write(on, new NewEntry(Guid.NewGuid(), EntryKind.Erased, at, IsPublic: false));
        db.RemoveRange(await db.Set<OfficerDraft>().Where(d => d.CaseId == on.Id).ToListAsync(cancellationToken));
        await statements.ForgetUnaskedAsync(on.Id, PhnomPenh.DateOf(at), cancellationToken);
        await timer.StopAsync(on, at, cancellationToken);
        await timer.RefreshAsync(on, held.Holder, cancellationToken);
        (on.DueAt, on.NextEventAt, on.PendingAt, held.Holder.DueAt) = (null, null, null, CaseOffice.NothingDue);
    }
}
