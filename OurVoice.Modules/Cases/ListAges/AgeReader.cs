using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.ListAges;

/// <summary>Reads one page of the Ministry's age list, and the table of it by province and age.</summary>
internal sealed class AgeReader(IDbContextFactory<OurVoiceDb> databases, IPlaces places, WorklistRows rows)
{
    public const int PageRows = 25;

    /// <summary>More are not counted: of the table the oldest matter.</summary>
    public const int MostCounted = 10_000;

    public async Task<AgeView> ReadAsync(AgeFilter filter, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await db.Ages(filter, actor).Page(filter.Page, PageRows).AsNoTracking().ToListAsync(cancel);
        var page = ListPage<Seat>.Of(found, PageRows, filter.Page, s => new(s.Row.OpenFrom, s.Row.CaseId));
        var provinces = await places.ChildrenAsync(code: null, cancel);
        var all = db.Ages(new AgeFilter { Climbed = filter.Climbed }, actor);
        var counts = await all.Oldest(MostCounted).Counted(actor).ToListAsync(cancel);
        return new(
            filter, Lines(counts, provinces, actor.Language), counts.Sum(c => c.Number) < MostCounted,
            await db.SeatsIn(OfficeIds.Ministry, Part.Holds, actor).AnyAsync(o => o.FoldId.CompareTo(Guid.Empty) > 0, cancel),
            provinces, new(await rows.ReadAsync(db, page.Rows, actor, cancel), page.Previous, page.Next), PhnomPenh.DateOf(actor.At));
    }

    private static IReadOnlyList<AgeLine> Lines(List<AgeCount> counts, IReadOnlyList<PlaceInfo> provinces, Lang language) =>
    [
        .. counts.GroupBy(c => c.Province, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new AgeLine(
            g.Key,
            provinces.FirstOrDefault(p => p.Code == g.Key) is { } place ? language.Pick(place.FullKm, place.FullEn) : null,
            g.ToDictionary(c => c.Band, c => c.Number))),
    ];
}
