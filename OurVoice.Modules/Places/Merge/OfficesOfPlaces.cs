using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.Merge;

/// <summary>Gives every place an office of every kind of its level, not open; and closes those of a place that ended before they opened.</summary>
internal static class OfficesOfPlaces
{
    /// <param name="db">The action's context.</param>
    /// <param name="places">Every place there is, those of this merge included.</param>
    /// <param name="cancellation">Ends the query.</param>
    public static async Task EnsureAsync(OurVoiceDb db, IEnumerable<Place> places, CancellationToken cancellation)
    {
        var offices = await db.Set<Office>().ToDictionaryAsync(o => o.Id, cancellation);
        Ensure(db, offices, OfficeKind.Ministry, code: null);
        Ensure(db, offices, OfficeKind.TransparencyInternational, code: null);
        foreach (var place in places.GroupBy(p => p.Code, StringComparer.Ordinal))
        {
            var ended = place.Any(p => p.Retired);
            foreach (var kind in OfficeKinds.At(place.First().Level))
            {
                var office = Ensure(db, offices, kind, place.Key);
                if (ended && office.State == OfficeState.NotOpen)
                    office.Become(OfficeState.Closed);
            }
        }
    }

    private static Office Ensure(OurVoiceDb db, Dictionary<Guid, Office> offices, OfficeKind kind, string? code)
    {
        if (offices.TryGetValue(OfficeIds.Of(kind, code), out var office))
            return office;
        office = Office.NotOpen(kind, code);
        offices.Add(office.Id, office);
        db.Add(office);
        return office;
    }
}
