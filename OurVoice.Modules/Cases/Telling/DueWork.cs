using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Telling;

/// <summary>See <see cref="IDueWork"/>.</summary>
internal sealed class DueWork(IDbContextFactory<OurVoiceDb> databases) : IDueWork
{
    public async Task<bool> HasAsync(Guid accountId, DateTime now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (headed, absent) = (db.OfficesHeadedBy(accountId, now), db.StandsInFor(accountId, now));
        var heads = db.WorkingMembers(now).Where(m => m.Role == MemberRole.Head);
        var warned =
            from o in db.Seats(accountId, now)
            join c in db.ReadableCases(accountId, now) on o.CaseId equals c.Id
            where o.WarnedFrom <= now && c.State != CaseState.Closed
            select new { Row = o, Worker = o.Part == Part.Late ? o.WorkedBy : c.AssignedTo, IsParked = o.Part == Part.Holds && c.ParkedFrom != null };
        return await warned.AnyAsync(
            w => w.Worker == accountId
                || (w.Worker != null && absent.Contains(w.Worker.Value))
                || (headed.Contains(w.Row.OfficeId) && (w.Worker == null || w.Row.DueAt <= now || w.IsParked))
                || (w.Worker == null && !heads.Any(h => h.OfficeId == w.Row.OfficeId)),
            cancel);
    }

    public async Task<bool> WaitsForCitizenAsync(Guid caseId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var answers = db.Set<Entry>().Where(e => e.CaseId == caseId && e.IsPending
            && (e.Kind == EntryKind.CitizenWrote || e.Kind == EntryKind.FilesAdded || e.Kind == EntryKind.FeeAccepted));
        return await db.Set<Case>().AnyAsync(c => c.Id == caseId && c.State == CaseState.WaitingForCitizen && !answers.Any(), cancel);
    }
}
