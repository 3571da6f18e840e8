using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Exclude;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Recuse;

/// <summary>Takes nothing from a colleague, so it asks for no version.</summary>
internal sealed record RecuseForm(Guid CaseId, Guid RequestId);

/// <summary>"I have a conflict of interest": the officer reads the case no more, and cannot take that back.</summary>
internal sealed class DeclareConflict(OurVoiceDb db, CaseWork work, Excluding excluding) : IAction
{
    /// <param name="form">Which case.</param>
    /// <param name="names">Names of accused persons, opened before the runner.</param>
    /// <param name="actor">The officer, now.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <exception cref="RuleBroken">NotFound, which is also the answer to the second click.</exception>
    public async Task ExecuteAsync(RecuseForm form, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw Rules.NotFound();
        var on = await db.ReadableCases(account, actor.At).SingleOrDefaultAsync(c => c.Id == form.CaseId, cancel) ?? throw Rules.NotFound();
        var seats = await db.Seats(account, actor.At).Where(o => o.CaseId == form.CaseId).ToListAsync(cancel);
        var seat = seats.Find(o => o.Part == Part.Holds) ?? seats[0];
        work.Write(on, new NewEntry(form.RequestId, EntryKind.Recused, actor.At, IsPublic: false, seat.OfficeId, account));
        db.RemoveRange(await db.Set<OfficerDraft>().Where(d => d.CaseId == form.CaseId && d.AccountId == account).ToListAsync(cancel));
        var holder = seat.Part == Part.Holds ? seat : await work.HolderAsync(form.CaseId, cancel);
        await excluding.RecuseAsync(new HeldCase(on, holder), account, names, actor, cancel);
    }
}
