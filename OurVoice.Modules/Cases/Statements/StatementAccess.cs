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
        return db.Reaching(accountId, now).Where(s => offices.Contains(s.OfficeId) && (s.State == StatementState.Asked || s.State == StatementState.Answered));
    }

    /// <summary>Those of one office in one state, as equalities: given the choice of "in", SQLite takes it and must sort.</summary>
    public static IQueryable<Statement> ReadableStatements(this OurVoiceDb db, Guid officeId, StatementState state, Guid accountId, DateTime now)
    {
        var offices = db.OfficesWorkedBy(accountId, now);
        return db.Reaching(accountId, now).Where(s => s.OfficeId == officeId && s.State == state && offices.Contains(officeId));
    }

    /// <summary>The ids of the statements asked for a case. Only the case's side may ask.</summary>
    public static IQueryable<Guid> StatementsOf(this OurVoiceDb db, Guid caseId) =>
        db.Set<CaseStatement>().Where(l => l.CaseId == caseId).Select(l => l.StatementId);

    private static IQueryable<Statement> Reaching(this OurVoiceDb db, Guid accountId, DateTime now)
    {
        var closedTo = db.OfficesThatExclude(accountId, now);
        return db.Set<Statement>().Where(s => s.From <= now
            && s.ForgottenOn == null
            && db.Set<Account>().Any(a => a.Id == accountId && a.DisabledAt == null && a.Side == Side.Government)
            && !db.Set<StatementBarred>().Any(b => b.StatementId == s.Id && (b.AccountId == accountId || closedTo.Contains(b.OfficeId))));
    }
}
