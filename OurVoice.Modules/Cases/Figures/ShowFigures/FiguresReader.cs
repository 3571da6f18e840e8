using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Figures.Cutting;
using OurVoice.Cases.Figures.Snapshot;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Figures.ShowFigures;

/// <summary>Reads published months; it never counts a case.</summary>
internal sealed class FiguresReader(IDbContextFactory<OurVoiceDb> databases, IPlaces places)
{
    public async Task<FiguresView> ReadAsync(FiguresQuery query, Lang language, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var months = await db.Set<FigureMonth>().AsNoTracking().OrderByDescending(m => m.Month).Select(m => m.Month).ToListAsync(cancel);
        query = query with { Month = query.Month is { } asked && months.Contains(asked) ? asked : months.Count > 0 ? months[0] : null };
        var rows = await db.Set<FigureRow>().AsNoTracking()
            .Where(r => r.Month == query.Month && (r.By == FigureBy.Total || r.By == query.By) && (r.Unit == query.Place || r.Parent == query.Place)).ToListAsync(cancel);
        var root = await db.Set<FigureRow>().AsNoTracking().Where(r => r.Month == query.Month && r.By == query.By && r.Unit == Tally.Root).Select(r => r.Value).ToListAsync(cancel);
        var parents = await db.Set<FigureRow>().AsNoTracking().Where(r => r.Month == query.Month && r.By == FigureBy.Total).Select(r => r.Parent).Distinct().ToHashSetAsync(cancel);
        var columns = Ordered(root, query.By);
        var names = await NamesAsync(query.Place, language, cancel);
        var lines = rows.Where(r => r.By == FigureBy.Total).Select(r => Line(r, rows, columns, names, parents)).ToList();
        var years = await db.Set<CorruptionYear>().AsNoTracking().OrderByDescending(y => y.Year).Take(20).ToListAsync(cancel);
        return new(
            query, months, columns, await PathAsync(query.Place, language, cancel), lines.Find(l => l.Unit == query.Place),
            [.. lines.Where(l => l.Unit != query.Place).OrderBy(l => l.Unit.EndsWith(PlaceUnit.Together)).ThenBy(l => l.Unit, StringComparer.Ordinal)],
            await TwelveAsync(db, query, names, cancel),
            [.. years.Select(y => (y.Year, y.Reports))]);
    }

    /// <summary>All rows of one table of a month, with the names of their places.</summary>
    public async Task<IReadOnlyList<FigureRow>> TableAsync(DateOnly month, FigureBy by, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<FigureRow>().AsNoTracking().Where(r => r.Month == month && (r.By == by || r.By == FigureBy.Total))
            .OrderBy(r => r.Unit).ThenBy(r => r.By).ThenBy(r => r.Value).ToListAsync(cancel);
    }

    /// <summary>The totals of the newest twelve months that began by a month, all of them.</summary>
    public async Task<IReadOnlyList<TwelveMonthsRow>> TwelveAsync(DateOnly month, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var from = await NewestAsync(db, month, cancel);
        return await db.Set<TwelveMonthsRow>().AsNoTracking().Where(r => r.From == from).OrderBy(r => r.Unit).ToListAsync(cancel);
    }

    private static Task<DateOnly?> NewestAsync(OurVoiceDb db, DateOnly? month, CancellationToken cancel) =>
        db.Set<TwelveMonths>().Where(t => t.From <= month).MaxAsync(t => (DateOnly?)t.From, cancel);

    private static async Task<TwelveView?> TwelveAsync(OurVoiceDb db, FiguresQuery query, IReadOnlyDictionary<string, string> names, CancellationToken cancel)
    {
        if (await NewestAsync(db, query.Month, cancel) is not { } from)
        {
            return null;
        }

        var all = db.Set<TwelveMonthsRow>().AsNoTracking().Where(r => r.From == from);
        var rows = await all.Where(r => r.Unit == query.Place || r.Parent == query.Place).OrderBy(r => r.Unit).ToListAsync(cancel);
        var parents = await all.Select(r => r.Parent).Distinct().ToHashSetAsync(cancel);
        return new(from, [.. rows.Select(r => new TwelveLine(r.Unit, names.GetValueOrDefault(r.Unit), r.Count, parents.Contains(r.Unit)))]);
    }

    private static FigureLine Line(FigureRow total, List<FigureRow> rows, IReadOnlyList<string> columns, IReadOnlyDictionary<string, string> names, HashSet<string> parents)
    {
        var cells = rows.Where(r => r.By != FigureBy.Total && r.Unit == total.Unit).ToDictionary(r => r.Value, r => r.Count!.Value, StringComparer.Ordinal);
        return new(
            total.Unit, names.GetValueOrDefault(total.Unit), total.Places, total.Count, cells.Count == 0 ? null : [.. columns.Select(c => cells[c])], parents.Contains(total.Unit));
    }

    private static IReadOnlyList<string> Ordered(List<string> values, FigureBy by) =>
        [.. TakeMonth.Dimensions[by].Append(Column.Others).Where(values.Contains)];

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(string place, Lang language, CancellationToken cancel)
    {
        var parts = await places.ChildrenAsync(place == Tally.Root ? null : place, cancel);
        var itself = place == Tally.Root ? null : await places.FindAsync(place, on: null, cancel);
        return parts.Concat(itself is null ? [] : [itself]).ToDictionary(p => p.Code, p => language.Pick(p.FullKm, p.FullEn), StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<(string Code, string? Name)>> PathAsync(string place, Lang language, CancellationToken cancel) =>
        place == Tally.Root ? [(Tally.Root, null)]
            : [(Tally.Root, null), .. (await places.PathAsync(place, on: null, cancel)).Select(p => (p.Code, (string?)language.Pick(p.FullKm, p.FullEn)))];
}
