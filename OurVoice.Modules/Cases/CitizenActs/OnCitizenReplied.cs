using MediatR;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.CitizenActs;

/// <summary>The citizen wrote: an office that waited goes on, and its clock with it.</summary>
internal sealed class OnCitizenReplied(TakeAct take) : INotificationHandler<CitizenReplied>
{
    public async Task Handle(CitizenReplied notification, CancellationToken cancellationToken)
    {
        var held = await take.FindAsync(notification.CaseId, cancellationToken) ?? throw Rules.NotFound();
        Rules.Require(held.Case.State is not (CaseState.Closed or CaseState.Withdrawn), "Rule_AlreadyClosed");
        await take.RunAsync(held, EntryKind.CitizenWrote, notification.MessageId, notification.Actor, cancellationToken);
    }
}

/// <summary>The citizen added files, which is an answer too.</summary>
internal sealed class OnFilesAdded(TakeAct take) : INotificationHandler<FilesAdded>
{
    public async Task Handle(FilesAdded notification, CancellationToken cancellationToken)
    {
        var held = await take.FindAsync(notification.CaseId, cancellationToken) ?? throw Rules.NotFound();
        Rules.Require(held.Case.State is not (CaseState.Closed or CaseState.Withdrawn), "Rule_AlreadyClosed");
        await take.RunAsync(held, EntryKind.FilesAdded, notification.ActId, notification.Actor, cancellationToken);
    }
}

/// <summary>The citizen accepted the fee: delivery counts from now.</summary>
internal sealed class OnFeeAccepted(TakeAct take) : INotificationHandler<FeeAccepted>
{
    public async Task Handle(FeeAccepted notification, CancellationToken cancellationToken)
    {
        var held = await take.FindAsync(notification.CaseId, cancellationToken) ?? throw Rules.NotFound();
        Rules.Require(held.Case is { FeeAskedRiel: not null, State: not (CaseState.Closed or CaseState.Withdrawn) }, "Rule_NoFeeAsked");
        if (!held.Case.FeeAccepted && !await take.IsWaitingAsync(held.Case.Id, EntryKind.FeeAccepted, cancellationToken))
        {
            await take.RunAsync(held, EntryKind.FeeAccepted, Guid.NewGuid(), notification.Actor, cancellationToken);
        }
    }
}
