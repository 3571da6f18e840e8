using OurVoice.Cases.Staffing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Access;

/// <summary>
/// The access rule (design.md 4.1, 4.2), in one place and translated to SQL. Whatever shows, counts, finds or changes a case
/// goes through <see cref="ReadableCases"/> or <see cref="HoldingCases"/>; whoever is not let through meets "not found".
/// </summary>
internal static class CaseAccess
{
    /// <summary>How long a former member or deputy of an excluded office stays excluded.</summary>
    public const int ExcludedMonths = 24;

    /// <summary>The cases this account may read now.</summary>
    public static IQueryable<Case> ReadableCases(this OurVoiceDb db, Guid accountId, DateTime now) =>
        db.Visible(accountId, now).Where(c => db.Seats(accountId, now).Any(o => o.CaseId == c.Id));

    /// <summary>The cases this account may work now: those of <see cref="ReadableCases"/> that its office holds.</summary>
    public static IQueryable<Case> HoldingCases(this OurVoiceDb db, Guid accountId, DateTime now) =>
        db.Visible(accountId, now).Where(c => db.Seats(accountId, now).Any(o => o.CaseId == c.Id && o.Part == Part.Holds));

    /// <summary>
    /// The rows of case and office through which this account reads. Ask <see cref="ReadableCases"/> as well: a seat alone
    /// does not look at side, exclusion and withdrawal.
    /// </summary>
    public static IQueryable<CaseOffice> Seats(this OurVoiceDb db, Guid accountId, DateTime now)
    {
        var offices = db.OfficesWorkedBy(accountId, now);
        return db.Set<CaseOffice>().Where(o => o.To == null && o.From <= now && offices.Contains(o.OfficeId));
    }

    /// <summary>
    /// The entries of a case that this account may read now: all for the holder; for a late office those from before the climb,
    /// its own, and what is addressed to it. Acts of the citizen that do not count yet are nobody's. The citizen's messages have their entries' ids: show only those.
    /// </summary>
    public static IQueryable<Entry> ReadableEntries(this OurVoiceDb db, Guid caseId, Guid accountId, DateTime now)
    {
        var seats = db.Seats(accountId, now);
        return db.Set<Entry>().Where(e => e.CaseId == caseId
            && !e.IsPending
            && db.ReadableCases(accountId, now).Any(c => c.Id == e.CaseId)
            && seats.Any(o => o.CaseId == e.CaseId && (o.Part == Part.Holds || e.Sequence <= o.ReadsUpTo || (e.Kind == EntryKind.LateAnswered && e.OfficeId == o.OfficeId) || e.AddressedTo == o.OfficeId)));
    }

    /// <summary>The offices whose cases this account works: as a member, or as the deputy of one.</summary>
    public static IQueryable<Guid> OfficesWorkedBy(this OurVoiceDb db, Guid accountId, DateTime now)
    {
        var absent = db.StandsInFor(accountId, now);
        return db.WorkingMembers(now)
            .Where(m => m.AccountId == accountId || absent.Contains(m.AccountId))
            .Select(m => m.OfficeId);
    }

    /// <summary>The offices of which this account is a head, or the deputy of one.</summary>
    public static IQueryable<Guid> OfficesHeadedBy(this OurVoiceDb db, Guid accountId, DateTime now)
    {
        var absent = db.StandsInFor(accountId, now);
        return db.WorkingMembers(now)
            .Where(m => m.Role == MemberRole.Head && (m.AccountId == accountId || absent.Contains(m.AccountId)))
            .Select(m => m.OfficeId);
    }

    /// <summary>Officers and heads in office now whose account may sign in.</summary>
    public static IQueryable<Membership> WorkingMembers(this OurVoiceDb db, DateTime now) =>
        db.Set<Membership>().Where(m => (m.Role == MemberRole.Officer || m.Role == MemberRole.Head)
            && m.From <= now && (m.To == null || m.To > now)
            && db.Set<Account>().Any(a => a.Id == m.AccountId && a.DisabledAt == null));

    /// <summary>Accounts that may not learn of a case because they are or lately were members or deputies in one of these offices.</summary>
    public static IQueryable<Guid> LatelyIn(this OurVoiceDb db, IQueryable<Guid> offices, DateTime now)
    {
        var since = now.AddMonths(-ExcludedMonths);
        var members = db.Set<Membership>()
            .Where(m => offices.Contains(m.OfficeId) && m.From <= now && (m.To == null || m.To > since))
            .Select(m => m.AccountId);
        var deputies = db.Set<Deputy>()
            .Where(d => members.Contains(d.ForAccountId) && d.From <= now && (d.To == null || d.To > since))
            .Select(d => d.AccountId);
        return members.Concat(deputies);
    }

    /// <summary>As the other, for offices that are not in the database yet.</summary>
    public static IQueryable<Guid> LatelyIn(this OurVoiceDb db, IReadOnlyList<Guid> offices, DateTime now) =>
        db.LatelyIn(db.Set<Membership>().Where(m => offices.Contains(m.OfficeId)).Select(m => m.OfficeId), now);

    /// <summary>
    /// Who may work this case now: <see cref="HoldingCases"/> seen from the case, for a list of people. Whoever acts is asked the other way round.
    /// </summary>
    public static IQueryable<Account> HoldersOf(this OurVoiceDb db, Guid caseId, DateTime now)
    {
        var excluded = db.Set<CaseExcluded>().Where(x => x.CaseId == caseId);
        var barred = db.LatelyIn(excluded.Select(x => x.OfficeId), now);
        var offices = db.Set<CaseOffice>().Where(o => o.CaseId == caseId && o.Part == Part.Holds && o.To == null && o.From <= now).Select(o => o.OfficeId);
        var headsOnly = db.Set<Case>().Where(c => c.Id == caseId && c.HeadsOnly);
        var members = db.WorkingMembers(now)
            .Where(m => offices.Contains(m.OfficeId) && (m.Role == MemberRole.Head || !headsOnly.Any()))
            .Select(m => m.AccountId);
        var deputies = db.Set<Deputy>().Where(d => members.Contains(d.ForAccountId) && d.From <= now && (d.To == null || d.To > now)).Select(d => d.AccountId);
        return db.Set<Account>().Where(a => (members.Contains(a.Id) || deputies.Contains(a.Id))
            && a.DisabledAt == null
            && !excluded.Any(x => x.AccountId == a.Id)
            && !barred.Contains(a.Id)
            && db.Set<Case>().Any(c => c.Id == caseId && c.Side == a.Side && c.WithdrawnAt == null && c.ErasedAt == null && c.ListedFrom <= now));
    }

    /// <summary>For whom this account is a deputy now.</summary>
    public static IQueryable<Guid> StandsInFor(this OurVoiceDb db, Guid accountId, DateTime now) =>
        db.Set<Deputy>()
            .Where(d => d.AccountId == accountId && d.From <= now && (d.To == null || d.To > now))
            .Select(d => d.ForAccountId);

    /// <summary>Why this account must not learn of cases: one row for each reason.</summary>
    public static IQueryable<CaseExcluded> Exclusions(this OurVoiceDb db, Guid accountId, DateTime now)
    {
        var closedTo = db.OfficesThatExclude(accountId, now);
        return db.Set<CaseExcluded>().Where(x => x.AccountId == accountId || closedTo.Contains(x.OfficeId));
    }

    private static IQueryable<Case> Visible(this OurVoiceDb db, Guid accountId, DateTime now)
    {
        var exclusions = db.Exclusions(accountId, now);
        var headed = db.OfficesHeadedBy(accountId, now);
        return db.Set<Case>().Where(c =>
            db.Set<Account>().Any(a => a.Id == accountId && a.DisabledAt == null && a.Side == c.Side)
            && c.WithdrawnAt == null
            && c.ErasedAt == null
            && c.ListedFrom <= now
            && (!c.HeadsOnly || db.Set<CaseOffice>().Any(o => o.CaseId == c.Id && o.Part == Part.Holds && o.To == null && headed.Contains(o.OfficeId)))
            && !exclusions.Any(x => x.CaseId == c.Id));
    }

    /// <summary>The same rule as <see cref="LatelyIn(OurVoiceDb, IQueryable{Guid}, DateTime)"/>, seen from the account: it is asked for every row of a list.</summary>
    public static IQueryable<Guid> OfficesThatExclude(this OurVoiceDb db, Guid accountId, DateTime now)
    {
        var since = now.AddMonths(-ExcludedMonths);
        var stoodInFor = db.Set<Deputy>()
            .Where(d => d.AccountId == accountId && d.From <= now && (d.To == null || d.To > since))
            .Select(d => d.ForAccountId);
        return db.Set<Membership>()
            .Where(m => (m.AccountId == accountId || stoodInFor.Contains(m.AccountId)) && m.From <= now && (m.To == null || m.To > since))
            .Select(m => m.OfficeId);
    }
}
