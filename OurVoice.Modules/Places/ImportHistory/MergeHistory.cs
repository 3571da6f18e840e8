using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places.Merge;

namespace OurVoice.Places.ImportHistory;

/// <summary>Merges ended codes and names: their days and their successors. Nothing is deleted.</summary>
internal sealed class MergeHistory(OurVoiceDb db) : IAction
{
    public async Task<MergeCount> MergeAsync(IReadOnlyList<HistoryRow> rows, Actor actor, CancellationToken cancellation)
    {
        var places = (await db.Set<Place>().ToListAsync(cancellation)).GroupBy(p => p.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var successors = (await db.Set<Successor>().ToListAsync(cancellation)).ToDictionary(s => (s.OldCode, s.NewCode));
        var (added, changed) = (0, 0);
        foreach (var row in rows)
        {
            var isNew = Name(places, row) is var old && db.Entry(old).State == EntityState.Added;
            End(places[row.Code], old, row);
            var follows = row.SuccessorCode is not { } to || to == row.Code || Follow(successors, row.Code, to, row.Guessed);
            added += isNew ? 1 : 0;
            changed += !isNew && (!follows || places[row.Code].Any(IsTouched)) ? 1 : 0;
        }

        await OfficesOfPlaces.EnsureAsync(db, places.Values.SelectMany(p => p), cancellation);
        return new MergeCount(added, changed, rows.Count - added - changed);
    }

    private bool IsTouched(Place place) => db.Entry(place).State == EntityState.Modified;

    /// <summary>The row of the old name, made if there is none.</summary>
    private Place Name(Dictionary<string, List<Place>> places, HistoryRow row)
    {
        if (!places.TryGetValue(row.Code, out var names))
            places.Add(row.Code, names = []);
        var old = row.Retired ? names.MaxBy(n => n.ValidFrom) : names.Find(n => n.NameKm == row.NameKm);
        if (old is null)
        {
            old = Place.Of(row.As(TypeOf(places, row, names)), row.First, row.Last);
            names.Add(old);
            db.Add(old);
        }

        return old;
    }

    private static void End(List<Place> names, Place old, HistoryRow row)
    {
        if (row.Retired)
        {
            if (!old.Says(row.As(old.Type)))
                old.Say(row.As(old.Type));
            old.Retire(row.First, row.Last);
            return;
        }

        old.Span(row.First, row.Last);
        // The name that came after it began on the next day, whatever an earlier import took for its beginning.
        var next = names.Where(n => n != old && (n.ValidTo ?? DateOnly.MaxValue) > row.Last).MinBy(n => n.ValidFrom);
        next?.Span(row.Last.AddDays(1), next.ValidTo);
    }

    /// <returns>False if this says more about the successor than was known.</returns>
    private bool Follow(Dictionary<(string, string), Successor> successors, string from, string to, bool guessed)
    {
        if (successors.TryGetValue((from, to), out var known))
        {
            var surer = known.Guessed && !guessed;
            known.Guessed &= guessed;
            return !surer;
        }

        db.Add(successors[(from, to)] = new Successor { OldCode = from, NewCode = to, Guessed = guessed });
        return false;
    }

    // The file does not say the type. Sangkats stand in municipalities and khans, communes in districts.
    private static PlaceType TypeOf(Dictionary<string, List<Place>> places, HistoryRow row, List<Place> names)
    {
        if (names.Count > 0)
            return names[^1].Type;
        var parent = PlaceCodes.Parent(row.Code) is { } code ? places[code].MaxBy(p => p.ValidFrom)!.Type : (PlaceType?)null;
        return (row.Code.Length, parent) switch
        {
            (2, _) => PlaceType.Province,
            (4, PlaceType.Capital) => PlaceType.Khan,
            (4, _) => PlaceType.District,
            (6, PlaceType.Municipality or PlaceType.Khan) => PlaceType.Sangkat,
            (6, _) => PlaceType.Commune,
            _ => PlaceType.Village,
        };
    }
}
