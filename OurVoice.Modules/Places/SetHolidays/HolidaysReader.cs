using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Places.SetHolidays;

/// <param name="Version">0 while nothing of the year is stored.</param>
/// <param name="Source">Where its list comes from.</param>
/// <param name="Days">In order.</param>
internal sealed record YearList(int Year, int Version, bool Confirmed, string Source, IReadOnlyList<Holiday> Days);

/// <summary>What the pages of holidays show.</summary>
internal sealed class HolidaysReader(IDbContextFactory<OurVoiceDb> databases)
{
    public const int FirstYear = 1950;
    public const int LastYear = 2100;

    /// <summary>Every year that is stored, newest first.</summary>
    public async Task<IReadOnlyList<YearList>> YearsAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var years = await db.Set<HolidayYear>().AsNoTracking().OrderByDescending(y => y.Year).ToListAsync(cancel);

        // Some twenty days a year.
        var days = (await db.Set<Holiday>().AsNoTracking().OrderBy(h => h.Date).ThenBy(h => h.NameEn).ToListAsync(cancel)).ToLookup(h => h.Date.Year);
        return [.. years.Select(y => new YearList(y.Year, y.Version, y.Confirmed, y.Source, [.. days[y.Year]]))];
    }

    /// <summary>A year, stored or not yet; null for one that cannot be.</summary>
    public async Task<YearList?> YearAsync(int year, CancellationToken cancel) => year is < FirstYear or > LastYear
        ? null
        : (await YearsAsync(cancel)).FirstOrDefault(y => y.Year == year) ?? new YearList(year, Version: 0, Confirmed: false, "", []);
}
