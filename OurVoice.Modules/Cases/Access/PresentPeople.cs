using OurVoice.Cases.Absence;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Access;

/// <summary>Somebody who is there to work the cases of an office: a member, or the deputy of one.</summary>
internal sealed class Present
{
    public required Guid OfficeId { get; init; }

    /// <summary>Who would do it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Whose seat it is.</summary>
    public required Guid For { get; init; }

    public required MemberRole Role { get; init; }

    public required Side Side { get; init; }
}

/// <summary>An account and an office whose exclusion reaches it.</summary>
internal sealed class Reach
{
    public required Guid AccountId { get; init; }

    public required Guid OfficeId { get; init; }
}

/// <summary>The access rule seen from the office: who is there, and whom an exclusion reaches. Leave counts here and nowhere in the rule itself.</summary>
internal static class PresentPeople
{
    /// <summary>Members who are not away, and deputies who are not.</summary>
    public static IQueryable<Present> Present(this OurVoiceDb db, DateTime now)
    {
        var members = db.WorkingMembers(now);
        var away = db.Set<Leave>().Where(l => l.From <= now && l.To > now);
        var own =
            from m in members
            join a in db.Set<Account>() on m.AccountId equals a.Id
            where !away.Any(l => l.AccountId == m.AccountId)
            select new Present { OfficeId = m.OfficeId, AccountId = m.AccountId, For = m.AccountId, Role = m.Role, Side = a.Side };
        var deputies =
            from d in db.Set<Deputy>()
            join m in members on d.ForAccountId equals m.AccountId
            join a in db.Set<Account>() on d.AccountId equals a.Id
            where d.From <= now && (d.To == null || d.To > now) && a.DisabledAt == null && !away.Any(l => l.AccountId == d.AccountId)
            select new Present { OfficeId = m.OfficeId, AccountId = d.AccountId, For = m.AccountId, Role = m.Role, Side = a.Side };
        return own.Concat(deputies);
    }

    /// <summary>As <see cref="CaseAccess.LatelyIn(OurVoiceDb, IQueryable{Guid}, DateTime)"/>, for all offices at once.</summary>
    public static IQueryable<Reach> Reached(this OurVoiceDb db, DateTime now)
    {
        var since = now.AddMonths(-CaseAccess.ExcludedMonths);
        var members = db.Set<Membership>().Where(m => m.From <= now && (m.To == null || m.To > since));
        var deputies =
            from d in db.Set<Deputy>()
            join m in members on d.ForAccountId equals m.AccountId
            where d.From <= now && (d.To == null || d.To > since)
            select new Reach { AccountId = d.AccountId, OfficeId = m.OfficeId };
        return members.Select(m => new Reach { AccountId = m.AccountId, OfficeId = m.OfficeId }).Concat(deputies);
    }
}
