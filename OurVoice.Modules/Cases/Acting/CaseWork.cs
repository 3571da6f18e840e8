using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Presence;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Acting;

/// <summary>A case in the hands of somebody who may work it, inside one transaction.</summary>
/// <param name="Case">The case, tracked.</param>
/// <param name="Holder">The row of the office that holds it, tracked.</param>
internal sealed record HeldCase(Case Case, CaseOffice Holder);

/// <summary>Opens a case for a write and writes its timeline.</summary>
internal sealed class CaseWork(OurVoiceDb db)
{
    /// <summary>The case for one who holds it, or null when this very request has been done before.</summary>
    /// <exception cref="RuleBroken">NotFound; Rule_ChangedMeanwhile when the version is not the one the officer saw.</exception>
    public async Task<HeldCase?> HoldAsync(CaseForm form, Actor actor, CancellationToken cancel)
    {
        var held = await FindHeldAsync(form.CaseId, actor, cancel);
        if (await db.Set<Entry>().AnyAsync(e => e.Id == form.RequestId && e.CaseId == form.CaseId, cancel))
        {
            return null;
        }

        Rules.Require(held.Case.Version == form.Version, "Rule_ChangedMeanwhile");
        await DropDraftAsync(form.CaseId, form.Field, actor, cancel);
        return held;
    }

    /// <summary>What was typed becomes the act, or both stay as they were.</summary>
    public Task<int> DropDraftAsync(Guid caseId, CaseField field, Actor actor, CancellationToken cancel) =>
        field == CaseField.None
            ? Task.FromResult(0)
            : db.Set<OfficerDraft>().Where(d => d.CaseId == caseId && d.AccountId == actor.AccountId && d.Field == field).ExecuteDeleteAsync(cancel);

    /// <summary>As <see cref="HoldAsync"/>, for a case that is not closed.</summary>
    public async Task<HeldCase?> HoldOpenAsync(CaseForm form, Actor actor, CancellationToken cancel)
    {
        var held = await HoldAsync(form, actor, cancel);
        Rules.Require(held is null || held.Case.State != CaseState.Closed, "Rule_AlreadyClosed");
        return held;
    }

    /// <summary>The case if the actor may work it.</summary>
    public async Task<HeldCase> FindHeldAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw Rules.NotFound();
        var found = await db.HoldingCases(account, actor.At).SingleOrDefaultAsync(c => c.Id == caseId, cancel) ?? throw Rules.NotFound();
        return new HeldCase(found, await HolderAsync(caseId, cancel));
    }

    /// <summary>The row of the office that holds a case.</summary>
    public Task<CaseOffice> HolderAsync(Guid caseId, CancellationToken cancel) =>
        db.Set<CaseOffice>().SingleAsync(o => o.CaseId == caseId && o.Part == Part.Holds && o.To == null, cancel);

    /// <summary>Appends an officer's act to the timeline and raises the case's version.</summary>
    public Entry Write(HeldCase held, CaseForm form, EntryKind kind, Actor actor, byte[]? words = null, string? detail = null, Guid? addressedTo = null)
    {
        // Whatever somebody does something with is no part of a flood any more.
        held.Holder.FoldId = Guid.Empty;
        return Write(held.Case, new NewEntry(form.RequestId, kind, actor.At, IsPublic(kind), held.Holder.OfficeId, actor.AccountId, words, detail) { AddressedTo = addressedTo });
    }

    /// <summary>Appends whatever happened to the timeline and raises the case's version, if an officer can see it.</summary>
    public Entry Write(Case on, NewEntry what)
    {
        var entry = new Entry
        {
            Id = what.Id,
            CaseId = on.Id,
            Sequence = ++on.LastSequence,
            Cycle = on.Cycle,
            Level = on.Level,
            Kind = what.Kind,
            At = what.At,
            IsPublic = what.IsPublic,
            OfficeId = what.OfficeId,
            AccountId = what.AccountId,
            Words = what.Words,
            Detail = what.Detail,
            AddressedTo = what.AddressedTo,
            IsPending = what.IsPending,
        };
        db.Add(entry);
        on.Writes++;
        on.Version += what.IsPending ? 0 : 1;
        return entry;
    }

    private static bool IsPublic(EntryKind kind) =>
        kind is not (EntryKind.Claimed or EntryKind.Assigned or EntryKind.Noted or EntryKind.LateAnswered or EntryKind.Returned
            or EntryKind.NamedLater or EntryKind.Recused or EntryKind.Assessed or EntryKind.FollowedUp or EntryKind.StatementAnswered);
}

/// <summary>An entry before it has its place in the timeline.</summary>
internal sealed record NewEntry(
    Guid Id, EntryKind Kind, DateTime At, bool IsPublic, Guid? OfficeId = null, Guid? AccountId = null,
    byte[]? Words = null, string? Detail = null, bool IsPending = false)
{
    public Guid? AddressedTo { get; init; }
}
