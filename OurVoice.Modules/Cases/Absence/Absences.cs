using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Absence;

/// <summary>Questions about who is away.</summary>
internal static class Absences
{
    /// <summary>Accounts that are on leave at this instant.</summary>
    public static IQueryable<Guid> Away(this OurVoiceDb db, DateTime now) =>
        db.Set<Leave>().Where(l => l.From <= now && l.To > now).Select(l => l.AccountId);

    /// <summary>
    /// Colleagues who may stand in for this account: those who work in every office in which it works, since whoever stands in reads what
    /// the other could.
    /// </summary>
    public static IQueryable<Account> DeputiesFor(this OurVoiceDb db, Guid accountId, DateTime now)
    {
        var working = db.WorkingMembers(now);
        var mine = working.Where(m => m.AccountId == accountId).Select(m => m.OfficeId);
        return db.Set<Account>().Where(a => a.Id != accountId && mine.Any()
            && !mine.Any(office => !working.Any(m => m.AccountId == a.Id && m.OfficeId == office)));
    }
}
