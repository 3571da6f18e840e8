using OurVoice.Cases.Access;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Statements;

/// <summary>
/// Who reads a statement (design.md 4.2): whoever works in the asked office now and was not barred when it was asked. An excluded office
/// is asked only with the citizen's word, and then nobody of it is barred. It does not look at the case: what becomes of that is no signal.
/// </summary>
internal static class StatementAccess
{
    public static IQueryable<Statement> ReadableStatements(this OurVoiceDb db, Guid accountId, DateTime now)
    {
        var offices = db.OfficesWorkedBy(accountId, now);
        var closedTo = db.OfficesThatExclude(accountId, now);
        return db.Set<Statement>().Where(s => offices.Contains(s.OfficeId)
            && (s.State == StatementState.Asked || s.State == StatementState.Answered)
            && s.From <= now
            && s.ForgottenOn == null
            && db.Set<Account>().Any(a => a.Id == accountId && a.DisabledAt == null && a.Side == Side.Government)
            && !db.Set<StatementBarred>().Any(b => b.StatementId == s.Id && (b.AccountId == accountId || closedTo.Contains(b.OfficeId))));
    }
}
