using OurVoice.Cases.Access;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.ListAges;

/// <summary>
/// The open cases that have come to the Ministry, by how long their citizens have waited. It walks the index of the country or of the
/// province and stops after a page; what the person may see comes from <see cref="CaseAccess"/> alone.
/// </summary>
internal static class AgeQuery
{
    public static IQueryable<Seat> Ages(this OurVoiceDb db, AgeFilter filter, Actor actor)
    {
        var seats = db.SeatsIn(OfficeIds.Ministry, Part.Holds, actor).Where(o => o.FoldId == Guid.Empty && o.OpenFrom < CaseOffice.NothingDue);
        if (filter.Province is { } province)
        {
            seats = seats.Where(o => o.Province == province);
        }

        if (filter.Band is { } band)
        {
            var (least, most) = band.Days();
            var (after, until) = (DayBefore(most, actor), DayBefore(least - 1, actor));
            seats = seats.Where(o => o.OpenFrom >= after && o.OpenFrom < until);
        }

        var cases = db.ReadableCases(actor.AccountId!.Value, actor.At);
        return WorklistQuery.Joined(seats, filter.Climbed ? cases.Where(c => c.Level > 0) : cases);
    }

    /// <summary>The page's rows and one more, in the direction of reading; a page before a row comes in reverse.</summary>
    public static IQueryable<Seat> Page(this IQueryable<Seat> list, ListPlace place, int rows)
    {
        if (place.From is { } from)
        {
            // The date alone bounds the walk of the index; only the database compares ids.
            var (at, id) = (from.At, from.Id);
            list = place.IsBackwards
                ? list.Where(s => s.Row.OpenFrom <= at && (s.Row.OpenFrom < at || s.Row.CaseId.CompareTo(id) < 0))
                : list.Where(s => s.Row.OpenFrom >= at && (s.Row.OpenFrom > at || s.Row.CaseId.CompareTo(id) > 0));
        }

        return list.Oldest(rows + 1, place.IsBackwards);
    }

    /// <summary>So many rows in the order of the index. "To" is null in all of them; PostgreSQL sees that order only when it is named.</summary>
    public static IQueryable<Seat> Oldest(this IQueryable<Seat> list, int rows, bool falling = false) => (falling
        ? list.OrderByDescending(s => s.Row.To).ThenByDescending(s => s.Row.OpenFrom).ThenByDescending(s => s.Row.CaseId)
        : list.OrderBy(s => s.Row.To).ThenBy(s => s.Row.OpenFrom).ThenBy(s => s.Row.CaseId)).Take(rows);

    /// <summary>How many of these stand in each province and band.</summary>
    public static IQueryable<AgeCount> Counted(this IQueryable<Seat> some, Actor actor)
    {
        DateTime Beyond(AgeBand band) => DayBefore(band.Days().Most, actor);
        var (over180, over90, over30) = (Beyond(AgeBand.To180), Beyond(AgeBand.To90), Beyond(AgeBand.To30));
        return some
            .Select(s => new { s.Row.Province, Band = s.Row.OpenFrom < over180 ? AgeBand.Over180 : s.Row.OpenFrom < over90 ? AgeBand.To180 : s.Row.OpenFrom < over30 ? AgeBand.To90 : AgeBand.To30 })
            .GroupBy(s => s)
            .Select(g => new AgeCount(g.Key.Province, g.Key.Band, g.Count()));
    }

    // Midnight that many days ago: what was received before it has waited longer.
    private static DateTime DayBefore(int days, Actor actor)
    {
        var today = PhnomPenh.DateOf(actor.At);
        return days < 0 ? CaseOffice.NothingDue : days == int.MaxValue ? DateTime.UnixEpoch : PhnomPenh.StartOf(today.AddDays(-days));
    }
}
