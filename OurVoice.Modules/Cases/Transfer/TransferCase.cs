using OurVoice.Cases.Acting;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.MoveUp;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Transfer;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="OfficeId">Which office; null when the officer was told that it goes one level up.</param>
/// <param name="Words">To the citizen and to the other office: why.</param>
internal sealed record TransferForm(Guid CaseId, Guid RequestId, int Version, Guid? OfficeId, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Transfer;
}

/// <summary>
/// The office that holds a case passes it on to one beside it, which goes on where it stopped: the clock runs on, a pause stays a pause,
/// and the first office is not late. Passed on too often, the case goes one level up instead.
/// </summary>
internal sealed class TransferCase(
    OurVoiceDb db, CaseWork work, WhereTo whereTo, CaseConflicts conflicts, CaseTimer timer, MoveUpOneLevel moveUp, TellOffice tell, TellCitizen citizen) : IAction
{
    /// <param name="form">Which case, and where to.</param>
    /// <param name="names">Names of accused persons, opened before the runner.</param>
    /// <param name="key">The case's key.</param>
    /// <param name="actor">The officer, now.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <exception cref="RuleBroken">
    /// Rule_NeverFromTi, Rule_AnsweredStays, Rule_OverdueStays, Rule_ChooseOffice, Rule_PassedOnTwice, Rule_NobodyAboveToTake, Rule_Empty, Rule_TooLong,
    /// Rule_AlreadyClosed.
    /// </exception>
    public async Task ExecuteAsync(TransferForm form, IReadOnlyList<Unlogged> names, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        RequireMovable(held.Case, actor.At);
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        var known = await conflicts.OfAsync(form.CaseId, names, cancel);
        var to = Choose(form, await whereTo.FindAsync(db, held, known, actor.At, cancel));
        work.Write(held, form, EntryKind.Transferred, actor, words, to.Id.ToString());
        var moved = form.OfficeId is null
            ? await moveUp.ToAsync(held, to, new Cause(MoveReason.Transferred, actor.At, names), new Handing(actor.At, actor.At), actor, cancel)
            : await BesideAsync(held, to, known, actor, cancel);
        await citizen.AboutAsync(moved, form.RequestId, actor, cancel);
    }

    // An office that has failed, or has done its part, does not pass that on.
    private static void RequireMovable(Case on, DateTime now)
    {
        Rules.Require(on.Side == Side.Government, "Rule_NeverFromTi");
        Rules.Require(on.State is not (CaseState.Answered or CaseState.Referred), "Rule_AnsweredStays");
        Rules.Require(!(on.DueAt <= now), "Rule_OverdueStays");
    }

    private static OfficeInfo Choose(TransferForm form, Onward onward)
    {
        Rules.Require(!onward.GoesUp || form.OfficeId is null, "Rule_PassedOnTwice");
        return onward.GoesUp
            ? onward.Above ?? throw new RuleBroken("Rule_NobodyAboveToTake")
            : onward.Beside.FirstOrDefault(o => o.Id == form.OfficeId) ?? throw new RuleBroken("Rule_ChooseOffice");
    }

    private async Task<HeldCase> BesideAsync(HeldCase held, OfficeInfo to, Conflicts known, Actor actor, CancellationToken cancel)
    {
        var on = held.Case;
        (held.Holder.To, on.AssignedTo) = (actor.At, null);
        var holder = new CaseOffice { CaseId = on.Id, OfficeId = to.Id, Part = Part.Holds, From = actor.At, Province = on.Province };
        db.Add(holder);
        db.Add((await timer.LastAsync(on.Id, cancel)).Transfer(to.Id, actor.At));
        db.Add(new Move
        {
            CaseId = on.Id, Cycle = on.Cycle, Level = on.Level, Kind = MoveKind.Transfer, Recipient = to.Id, Reason = MoveReason.Transferred,
            At = actor.At, DoneAt = actor.At,
        });
        await timer.RefreshAsync(on, holder, cancel);
        var moved = new HeldCase(on, holder);
        await tell.OfTransferAsync(moved, known, actor, cancel);
        return moved;
    }
}
