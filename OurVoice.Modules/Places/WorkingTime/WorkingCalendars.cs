using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.WorkingTime;

internal sealed class WorkingCalendars(IDbContextFactory<OurVoiceDb> factory) : IWorkingCalendars, IHolidays
{
    private volatile Known _known = new([], new Dictionary<DateOnly, string>(), new HashSet<int>());

    public async ValueTask<WorkingCalendar> ForOfficeAsync(Guid officeId, CancellationToken ct) =>
        (await ForOfficesAsync([officeId], ct))[officeId];

    public async ValueTask<IReadOnlyDictionary<Guid, WorkingCalendar>> ForOfficesAsync(IReadOnlyCollection<Guid> officeIds, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var known = await KnownAsync(db, ct);
        var hours = await HoursAsync(db, officeIds, ct);
        return officeIds.Distinct().ToDictionary(id => id, id => new WorkingCalendar(hours.GetValueOrDefault(id) ?? OfficeHours.Default, known.Days, known.Confirmed));
    }

    public async Task<IReadOnlyList<HolidayInfo>> BetweenAsync(DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var confirmed = (await db.Set<HolidayYear>().Where(y => y.Confirmed).Select(y => y.Year).ToListAsync(cancellation)).ToHashSet();
        var days = await db.Set<Holiday>().AsNoTracking().Where(h => h.Date >= first && h.Date <= last)
            .OrderBy(h => h.Date).ThenBy(h => h.NameEn).ToListAsync(cancellation);
        return [.. days.Select(h => new HolidayInfo(h.Date, h.NameKm, h.NameEn, confirmed.Contains(h.Date.Year)))];
    }

    // Every act on a case asks for the holidays, and they change a few times a year. So only the handful of years is read
    // each time; whoever changes a year's days raises its version, on whichever node.
    private async Task<Known> KnownAsync(OurVoiceDb db, CancellationToken ct)
    {
        var years = await db.Set<HolidayYear>().AsNoTracking().OrderBy(y => y.Year).Select(y => new Year(y.Year, y.Version, y.Confirmed)).ToListAsync(ct);
        var known = _known;
        if (known.Years.SequenceEqual(years))
        {
            return known;
        }

        var days = await db.Set<Holiday>().AsNoTracking().OrderBy(h => h.Date).ThenBy(h => h.NameEn)
            .Select(h => new { h.Date, h.NameEn }).ToListAsync(ct);
        return _known = new(
            years, days.GroupBy(d => d.Date).ToDictionary(g => g.Key, g => g.First().NameEn), years.Where(y => y.Confirmed).Select(y => y.Number).ToHashSet());
    }

    // The office's own, else its kind's. Nothing of them is kept: the row of an office must be read anyway, and so a change holds at once on every node.
    private static async Task<Dictionary<Guid, OfficeHours>> HoursAsync(OurVoiceDb db, IReadOnlyCollection<Guid> officeIds, CancellationToken ct)
    {
        var stated = await (
            from office in db.Set<Office>().AsNoTracking()
            where officeIds.Contains(office.Id)
            join row in db.Set<KindHours>() on office.Kind equals row.Kind into rows
            from kind in rows.DefaultIfEmpty()
            where office.Hours != null || kind.Hours != null
            select new { office.Id, Hours = office.Hours ?? kind.Hours! }).ToListAsync(ct);
        var read = stated.Select(s => s.Hours).Distinct(StringComparer.Ordinal).ToDictionary(text => text, OfficeHours.Parse, StringComparer.Ordinal);
        return stated.ToDictionary(s => s.Id, s => read[s.Hours]);
    }

    private sealed record Known(List<Year> Years, IReadOnlyDictionary<DateOnly, string> Days, IReadOnlySet<int> Confirmed);

    private sealed record Year(int Number, int Version, bool Confirmed);
}
