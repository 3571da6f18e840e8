using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.WorkingTime;

internal sealed class WorkingCalendars(IDbContextFactory<OurVoiceDb> factory) : IWorkingCalendars, IHolidays
{
    public async ValueTask<WorkingCalendar> ForOfficeAsync(Guid officeId, CancellationToken ct) =>
        (await ForOfficesAsync([officeId], ct))[officeId];

    public async ValueTask<IReadOnlyDictionary<Guid, WorkingCalendar>> ForOfficesAsync(IReadOnlyCollection<Guid> officeIds, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var days = await db.Set<Holiday>().AsNoTracking().OrderBy(h => h.Date).ThenBy(h => h.NameEn)
            .Select(h => new { h.Date, h.NameEn }).ToListAsync(ct);
        var holidays = days.GroupBy(d => d.Date).ToDictionary(g => g.Key, g => g.First().NameEn);
        var confirmed = await db.Set<HolidayYear>().Where(y => y.Confirmed).Select(y => y.Year).ToListAsync(ct);
        var own = await db.Set<Office>().AsNoTracking().Where(o => officeIds.Contains(o.Id) && o.Hours != null)
            .Select(o => new { o.Id, o.Hours }).ToDictionaryAsync(o => o.Id, o => o.Hours!, ct);
        return officeIds.Distinct().ToDictionary(id => id, id => new WorkingCalendar(Hours(own.GetValueOrDefault(id)), holidays, confirmed.ToHashSet()));
    }

    public async Task<IReadOnlyList<HolidayInfo>> BetweenAsync(DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var confirmed = (await db.Set<HolidayYear>().Where(y => y.Confirmed).Select(y => y.Year).ToListAsync(cancellation)).ToHashSet();
        var days = await db.Set<Holiday>().AsNoTracking().Where(h => h.Date >= first && h.Date <= last)
            .OrderBy(h => h.Date).ThenBy(h => h.NameEn).ToListAsync(cancellation);
        return [.. days.Select(h => new HolidayInfo(h.Date, h.NameKm, h.NameEn, confirmed.Contains(h.Date.Year)))];
    }

    private static OfficeHours Hours(string? own) => own is null ? OfficeHours.Default : OfficeHours.Parse(own);
}
