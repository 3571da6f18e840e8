using System.Linq.Expressions;
using OurVoice.Cases.Access;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Ladder;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Worklist;

/// <summary>A row of the list with its case.</summary>
internal sealed class Seat
{
    public required CaseOffice Row { get; init; }

    public required Case Case { get; init; }
}

/// <summary>
/// The query of the worklist. One office and one part at a time, so that it walks the index (office, part, to, due, case) and
/// stops after a page; what the person may see comes from <see cref="CaseAccess"/> alone.
/// </summary>
internal static class WorklistQuery
{
    public static IQueryable<Seat> Worklist(this OurVoiceDb db, WorklistFilter filter, Guid officeId, Actor actor)
    {
        var account = actor.AccountId!.Value;
        var cases = db.ReadableCases(account, actor.At);
        return filter.Number is { } number
            ? Joined(db.Seats(account, actor.At), cases.Where(c => c.Number == number))
            : Joined(Narrow(db.SeatsIn(officeId, filter.Part, actor), filter, actor.At).In(filter.Fold ?? Guid.Empty), Narrow(cases, filter, account));
    }

    /// <summary>The folds of the list, counted like it: by what this person may read.</summary>
    public static IQueryable<WorklistFold> Folds(this OurVoiceDb db, WorklistFilter filter, Guid officeId, Actor actor)
    {
        var seats = Narrow(db.SeatsIn(officeId, filter.Part, actor), filter, actor.At).Where(o => o.FoldId.CompareTo(Guid.Empty) > 0);
        var cases = Narrow(db.ReadableCases(actor.AccountId!.Value, actor.At), filter, actor.AccountId.Value);
        return Joined(seats, cases).GroupBy(s => s.Row.FoldId).Select(g => new WorklistFold(g.Key, g.Count(), g.Min(s => s.Row.DueAt)));
    }

    private static IQueryable<CaseOffice> In(this IQueryable<CaseOffice> seats, Guid fold) => seats.Where(o => o.FoldId == fold);

    /// <summary>The page's rows and one more, in the direction of reading; a page before a row comes in reverse.</summary>
    public static IQueryable<Seat> Page(this IQueryable<Seat> list, WorklistFilter filter, int rows)
    {
        var falling = filter.LatestFirst != filter.Page.IsBackwards;
        if (filter.Page.From is { } from)
        {
            list = list.Where(Beyond(from, falling));
        }

        return list.First(rows + 1, falling);
    }

    /// <summary>So many rows in the order of the index. "To" is null in all of them; PostgreSQL sees that order only when it is named.</summary>
    public static IQueryable<Seat> First(this IQueryable<Seat> list, int rows, bool falling = false) => (falling
        ? list.OrderByDescending(s => s.Row.To).ThenByDescending(s => s.Row.DueAt).ThenByDescending(s => s.Row.CaseId)
        : list.OrderBy(s => s.Row.To).ThenBy(s => s.Row.DueAt).ThenBy(s => s.Row.CaseId)).Take(rows);

    /// <summary>As <see cref="CaseAccess.Seats"/> for one office, but as an equality: given the choice of "in", SQLite takes it and must sort.</summary>
    public static IQueryable<CaseOffice> SeatsIn(this OurVoiceDb db, Guid officeId, Part part, Actor actor)
    {
        var mine = db.OfficesWorkedBy(actor.AccountId!.Value, actor.At);
        return db.Set<CaseOffice>().Where(o => o.OfficeId == officeId && o.Part == part && o.To == null && o.From <= actor.At && mine.Contains(officeId));
    }

    public static IQueryable<Seat> Joined(IQueryable<CaseOffice> seats, IQueryable<Case> cases) =>
        from o in seats join c in cases on o.CaseId equals c.Id select new Seat { Row = o, Case = c };

    // The date alone bounds the walk of the index; the case decides among rows of one date, and only the database compares ids.
    private static Expression<Func<Seat, bool>> Beyond(ListCursor from, bool falling)
    {
        var (due, id) = (from.At, from.Id);
        return falling
            ? s => s.Row.DueAt <= due && (s.Row.DueAt < due || s.Row.CaseId.CompareTo(id) < 0)
            : s => s.Row.DueAt >= due && (s.Row.DueAt > due || s.Row.CaseId.CompareTo(id) > 0);
    }

    // A late office has answered or the case is closed: nothing is owed, and the case is found by its number only.
    private static IQueryable<CaseOffice> Narrow(IQueryable<CaseOffice> seats, WorklistFilter filter, DateTime now) =>
        filter.Overdue ? seats.Where(o => o.DueAt < now)
        : filter.Part == Part.Late ? seats.Where(o => o.DueAt < CaseOffice.NothingDue)
        : seats;

    private static IQueryable<Case> Narrow(IQueryable<Case> cases, WorklistFilter filter, Guid account)
    {
        if (filter.Kind is { } kind)
        {
            cases = cases.Where(c => c.Kind == kind);
        }

        if (filter.Place is { } place)
        {
            cases = cases.Where(c => c.PlaceCode.StartsWith(place));
        }

        // What became of a case after it climbed is not shown to the late office, so it cannot be filtered by either.
        return filter.Part == Part.Holds ? Owned(Standing(cases, filter), filter.Who, account) : cases;
    }

    private static IQueryable<Case> Standing(IQueryable<Case> cases, WorklistFilter filter) => filter switch
    {
        { State: WorklistFilter.Open } => cases.Where(c => c.State != CaseState.Closed),
        { State: WorklistFilter.Parked } => cases.Where(c => c.ParkedFrom != null),
        { State: WorklistFilter.Aside } => cases.Where(c => c.Failures >= SetAside.MostFailures),
        { OneState: { } state } => cases.Where(c => c.State == state),
        _ => cases,
    };

    private static IQueryable<Case> Owned(IQueryable<Case> cases, WorklistWho who, Guid account) => who switch
    {
        WorklistWho.Mine => cases.Where(c => c.AssignedTo == account),
        WorklistWho.Nobody => cases.Where(c => c.AssignedTo == null),
        WorklistWho.All => cases,
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };
}
