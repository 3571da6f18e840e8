using OurVoice.Cases.Acting;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.MoveUp;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.HandToTi;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="IsSure">The officer has said "I know that nobody of the government reads it any more".</param>
/// <param name="Words">To the citizen and to Transparency International: why.</param>
internal sealed record HandOverForm(Guid CaseId, Guid RequestId, int Version, bool IsSure, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.HandOver;
}

/// <summary>
/// An officer hands a complaint to Transparency International. In this one transaction every office of the government loses it,
/// late ones too, and the audit has its row; the key follows by a sweep, since it lies in another database.
/// </summary>
internal sealed class HandOverToTi(CaseWork work, TiSeat seat, BecomeTis become, IAuditInAct audit) : IAction
{
    /// <exception cref="RuleBroken">Rule_OnlyComplaint, Rule_NotSure, Rule_TiCannotTake, Rule_Empty, Rule_TooLong, Rule_AlreadyClosed.</exception>
    public async Task ExecuteAsync(HandOverForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        var on = held.Case;
        Rules.Require(on is { Kind: CaseKind.Complaint, Side: Side.Government }, "Rule_OnlyComplaint");
        Rules.Require(form.IsSure, "Rule_NotSure");
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        await seat.PrepareAsync(on, key, actor, cancel);
        var entry = new NewEntry(
            form.RequestId, EntryKind.HandedToTi, actor.At, IsPublic: true, OfficeIds.TransparencyInternational, actor.AccountId, words);
        await become.RunAsync(held, new Handing(actor.At, actor.At), MoveReason.HandedToTi, entry, actor, cancel);
        await audit.AddAsync(new(AuditAct.HandedOver, actor, on.Id), cancel);
    }
}
