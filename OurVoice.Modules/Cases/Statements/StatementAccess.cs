using OurVoice.Cases.Access;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Statements;

/// <summary>
/// Who reads a statement (design.md 4.2): whoever works in the asked office now, be the office or the person excluded from the case behind
/// it or not. It goes out of sight with a case that was withdrawn, erased, or became Transparency International's.
/// </summary>
internal static class StatementAccess
{
    public static IQueryable<Statement> ReadableStatements(this OurVoiceDb db, Guid accountId, DateTime now)
    {
        var offices = db.OfficesWorkedBy(accountId, now);
        return db.Set<Statement>().Where(s => offices.Contains(s.OfficeId)
            && (s.State == StatementState.Asked || s.State == StatementState.Answered)
            && s.From <= now
            && db.Set<Account>().Any(a => a.Id == accountId && a.DisabledAt == null && a.Side == Side.Government)
            && db.Set<CaseStatement>().Any(l => l.StatementId == s.Id
                && db.Set<Case>().Any(c => c.Id == l.CaseId && c.Side == Side.Government && c.WithdrawnAt == null && c.ErasedAt == null)));
    }
}
