using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Recommend;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="OfficeId">The late office that is advised.</param>
/// <param name="Words">To the office and to the citizen.</param>
internal sealed record RecommendForm(Guid CaseId, Guid RequestId, int Version, Guid? OfficeId, string Words) : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Recommend;
}

/// <summary>
/// The office that holds a case advises one that was late with it. The advised office reads these words and no more of the case than before,
/// and owes a word in return: the case is in its list again until it gives it.
/// </summary>
internal sealed class RecommendToOffice(
    OurVoiceDb db, CaseWork work, IOffices offices, IWorkingCalendars calendars, CaseConflicts conflicts, TellDigest digest, TellCitizen citizen) : IAction
{
    /// <summary>Within which the office says what it will do. A proposal.</summary>
    public const int WordWorkingDays = 10;

    /// <param name="form">Which case, whom and what.</param>
    /// <param name="names">Names of accused persons, opened before the runner.</param>
    /// <param name="key">The case's key.</param>
    /// <param name="actor">The officer, now.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <exception cref="RuleBroken">Rule_OnlyAdvisers, Rule_ChooseLateOffice, Rule_Empty, Rule_TooLong, Rule_AlreadyClosed.</exception>
    public async Task ExecuteAsync(RecommendForm form, IReadOnlyList<Unlogged> names, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        var office = await offices.FindAsync(held.Holder.OfficeId, cancel);
        Rules.Require(Advice.IsGivenBy(office?.Kind), "Rule_OnlyAdvisers");
        var late = await db.Advisable(form.CaseId, actor.At).Where(o => o.OfficeId == form.OfficeId).OrderByDescending(o => o.ReadsUpTo).FirstOrDefaultAsync(cancel)
            ?? throw new RuleBroken("Rule_ChooseLateOffice");
        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        work.Write(held, form, EntryKind.Recommended, actor, words, addressedTo: late.OfficeId);
        await OweAsync(late, actor.At, cancel);
        var known = await conflicts.OfAsync(form.CaseId, names, cancel);
        await digest.AboutAsync(held.Case, new Concern(late.OfficeId, late.WorkedBy, HeadsToo: true), known, actor.At, cancel);
        await citizen.AboutAsync(held, form.RequestId, actor, cancel);
    }

    // An answer that is still owed since the climb stays due when it was.
    private async Task OweAsync(CaseOffice late, DateTime now, CancellationToken cancel)
    {
        var due = (await calendars.ForOfficeAsync(late.OfficeId, cancel)).AddWorkingDays(now, WordWorkingDays);
        late.DueAt = late.DueAt < due ? late.DueAt : due;
        late.WarnedFrom = late.WarnedFrom < now ? late.WarnedFrom : now;
        late.FoldId = Guid.Empty;
    }
}
