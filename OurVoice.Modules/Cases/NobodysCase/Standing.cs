using OurVoice.Cases.Access;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.NobodysCase;

/// <summary>An open case and whether somebody is there for it.</summary>
internal sealed class Standing
{
    public required Case Case { get; init; }

    /// <summary>Somebody of the office that has it is there and may work it.</summary>
    public required bool HasAnybody { get; init; }

    /// <summary>Whoever it is assigned to is there and may, or a deputy; true too when it is assigned to nobody.</summary>
    public required bool HasWorker { get; init; }
}

/// <summary>Who is there for which case, in one query over many cases.</summary>
internal static class Standings
{
    /// <summary>The open cases that nobody who is there may work, or whose worker is not there or may not.</summary>
    public static IQueryable<Standing> Nobodys(this OurVoiceDb db, IQueryable<Case> among, DateTime now) =>
        db.Standing(among, now).Where(s => !s.HasAnybody || !s.HasWorker);

    private static IQueryable<Standing> Standing(this OurVoiceDb db, IQueryable<Case> among, DateTime now)
    {
        var held = db.Set<CaseOffice>().Where(o => o.Part == Part.Holds && o.To == null && o.From <= now);
        var able = db.Able(held, now);
        return among
            .Where(c => c.State != CaseState.Closed && c.WithdrawnAt == null && c.ErasedAt == null && c.ListedFrom <= now && held.Any(o => o.CaseId == c.Id))
            .Select(c => new Standing
            {
                Case = c,
                HasAnybody = able.Any(p => p.CaseId == c.Id),
                HasWorker = c.AssignedTo == null || able.Any(p => p.CaseId == c.Id && (p.For == c.AssignedTo || p.AccountId == c.AssignedTo)),
            });
    }

    // Who is there for which case, and in whose seat.
    private static IQueryable<AblePerson> Able(this OurVoiceDb db, IQueryable<CaseOffice> held, DateTime now)
    {
        var reached = db.Reached(now);
        return
            from o in held
            join c in db.Set<Case>() on o.CaseId equals c.Id
            join p in db.Present(now) on o.OfficeId equals p.OfficeId
            where p.Side == c.Side && (p.Role == MemberRole.Head || !c.HeadsOnly)
                && !db.Set<CaseExcluded>().Any(x => x.CaseId == c.Id
                    && (x.AccountId == p.AccountId || reached.Any(r => r.AccountId == p.AccountId && r.OfficeId == x.OfficeId)))
            select new AblePerson { CaseId = c.Id, AccountId = p.AccountId, For = p.For };
    }

    private sealed class AblePerson
    {
        public required Guid CaseId { get; init; }

        public required Guid AccountId { get; init; }

        public required Guid For { get; init; }
    }
}
