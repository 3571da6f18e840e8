using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Figures.Cutting;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Figures.Snapshot;

/// <summary>
/// Cuts twelve counted months together, once, and keeps what may be published of them beside their own tables. It adds up what
/// the months counted and looks at no case; then those counts go, so that nobody can cut them again.
/// </summary>
internal sealed class TakeTwelveMonths(OurVoiceDb db) : IAction
{
    /// <returns>False when one of the months is not counted yet or has been cut before.</returns>
    public async Task<bool> ExecuteAsync(DateOnly from, CancellationToken cancel)
    {
        var (before, next) = (from.AddMonths(-TwelveMonths.Count), from.AddMonths(TwelveMonths.Count));
        if (!await TwelveMonths.AreCountedAsync(db, from, cancel) || await db.Set<TwelveMonths>().AnyAsync(t => t.From > before && t.From < next, cancel))
        {
            return false;
        }

        var waiting = db.Set<MonthCount>().Where(c => c.Month >= from && c.Month < next);
        var counts = await waiting.AsNoTracking().ToListAsync(cancel);
        db.Add(new TwelveMonths { From = from });
        db.AddRange(TwelveMonthsCut.Of(Tally.Of(counts.Select(c => new Counted(c.Place, "", "", c.Count))), await PublishedAsync(from, next, cancel))
            .Select(p => new TwelveMonthsRow { From = from, Parent = p.Parent, Unit = p.Unit, Count = p.Count }));
        await waiting.ExecuteDeleteAsync(cancel);
        return true;
    }

    private async Task<IEnumerable<IEnumerable<Published>>> PublishedAsync(DateOnly from, DateOnly next, CancellationToken cancel)
    {
        var rows = await db.Set<FigureRow>().AsNoTracking().Where(r => r.Month >= from && r.Month < next && r.By == FigureBy.Total).ToListAsync(cancel);
        var byMonth = rows.ToLookup(r => r.Month, r => new Published(r.By, r.Parent, r.Unit, r.Places, r.Value, r.Count));
        return Enumerable.Range(0, TwelveMonths.Count).Select(i => byMonth[from.AddMonths(i)]);
    }
}
