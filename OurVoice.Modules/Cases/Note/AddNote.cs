using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Note;

/// <summary>A note takes nothing away from a colleague's, so it asks for no version.</summary>
internal sealed record NoteForm(Guid CaseId, Guid RequestId, string Words);

/// <summary>Words that stay in the house: a note of the holding office, or a late office's answer to it.</summary>
internal sealed class AddNote(OurVoiceDb db, CaseWork work) : IAction
{
    /// <exception cref="RuleBroken">Rule_Empty, Rule_TooLong.</exception>
    public async Task ExecuteAsync(NoteForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw Rules.NotFound();
        var found = await db.ReadableCases(account, actor.At).SingleOrDefaultAsync(c => c.Id == form.CaseId, cancel) ?? throw Rules.NotFound();
        if (await db.Set<Entry>().AnyAsync(e => e.Id == form.RequestId && e.CaseId == form.CaseId, cancel))
        {
            return;
        }

        var words = key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), Rules.Words(form.Words));
        var seats = await db.Seats(account, actor.At).Where(o => o.CaseId == form.CaseId).ToListAsync(cancel);
        var seat = seats.Find(o => o.Part == Part.Holds) ?? seats[0];
        seat.FoldId = Guid.Empty;
        var kind = seat.Part == Part.Holds ? EntryKind.Noted : EntryKind.LateAnswered;
        if (kind == EntryKind.LateAnswered)
        {
            (seat.DueAt, seat.WarnedFrom) = (CaseOffice.NothingDue, CaseOffice.NothingDue);
        }

        await work.DropDraftAsync(form.CaseId, CaseField.Note, actor, cancel);
        work.Write(found, new NewEntry(form.RequestId, kind, actor.At, IsPublic: false, seat.OfficeId, account, words));
    }
}
