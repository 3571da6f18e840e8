using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Places.Merge;

/// <summary>Merges places. What the rows do not name stays as it is: absence never retires a place.</summary>
internal sealed class MergePlaces(OurVoiceDb db) : IAction
{
    /// <param name="rows">One row a code, parents among them or already stored.</param>
    /// <param name="onlyMissing">True for the built-in facts, which never overrule an import.</param>
    /// <param name="actor">Who merges; its day is the day a new name begins.</param>
    /// <param name="cancellation">Ends the merge before its save.</param>
    public async Task<MergeCount> MergeAsync(IReadOnlyList<PlaceRow> rows, bool onlyMissing, Actor actor, CancellationToken cancellation)
    {
        var places = (await db.Set<Place>().ToListAsync(cancellation)).ToLookup(p => p.Code, StringComparer.Ordinal);
        var today = PhnomPenh.DateOf(actor.At);
        var (added, renamed, changed, ended) = (new List<Place>(), new List<Place>(), 0, 0);
        foreach (var row in rows)
        {
            var current = places[row.Code].SingleOrDefault(p => p.ValidTo is null);
            if (places[row.Code].Any(p => p.Retired))
                ended++;
            else if (current is null)
                added.Add(Place.Of(row, AfterTheLast(places[row.Code]), to: null));
            else if (!onlyMissing && !current.Says(row))
            {
                changed++;
                renamed.AddRange(Rename(current, row, today));
            }
        }

        db.AddRange([.. added, .. renamed]);
        await OfficesOfPlaces.EnsureAsync(db, places.SelectMany(p => p).Concat(added), cancellation);
        return new MergeCount(added.Count, changed, rows.Count - added.Count - changed - ended, ended);
    }

    private static DateOnly AfterTheLast(IEnumerable<Place> names) =>
        names.Select(p => p.ValidTo!.Value.AddDays(1)).DefaultIfEmpty(Place.Ever).Max();

    private static IEnumerable<Place> Rename(Place current, PlaceRow row, DateOnly today)
    {
        // A corrected romanisation is the same name; and two names of one day would leave the first without any day.
        if (current.HasNameOf(row) || current.ValidFrom >= today)
        {
            current.Say(row);
            return [];
        }

        current.Span(current.ValidFrom, today.AddDays(-1));
        return [Place.Of(row, today, to: null)];
    }
}
