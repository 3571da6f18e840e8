using Microsoft.EntityFrameworkCore;
using OurVoice.Places;
using OurVoice.Places.WorkingTime;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places;

/// <summary>All that the module stores, as comparable lines; ids made at random and counters of changes are left out.</summary>
internal static class PlacesDump
{
    public static async Task<IReadOnlyList<string>> OfAsync(TestHost host)
    {
        await using var db = host.Read();
        var places = (await db.Set<Place>().ToListAsync()).Select(p =>
            $"place {p.Code} {p.ParentCode} {p.Level} {p.Type} {p.NameKm} {p.NameEn} {p.NameEnAlt} {p.ValidFrom:O} {p.ValidTo:O} {p.Retired} {p.SearchText}");
        var offices = (await db.Set<Office>().ToListAsync()).Select(o => $"office {o.Id} {o.Kind} {o.PlaceCode} {o.State} {o.Hours}");
        var kinds = (await db.Set<KindHours>().ToListAsync()).Select(k => $"kind {k.Kind} {k.Hours}");
        var successors = (await db.Set<Successor>().ToListAsync()).Select(s => $"successor {s.OldCode} {s.NewCode} {s.Guessed} {s.ConfirmedAt:O}");
        var services = (await db.Set<Service>().ToListAsync()).Select(s => "service " + s.ToRow());
        var holidays = (await db.Set<Holiday>().ToListAsync()).Select(h => "holiday " + h.ToRow());
        var years = (await db.Set<HolidayYear>().ToListAsync()).Select(y => $"year {y.Year} {y.Confirmed} {y.Source}");
        return [.. new[] { places, offices, kinds, successors, services, holidays, years }.SelectMany(l => l).Order(StringComparer.Ordinal)];
    }
}
