using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Figures.Cutting;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Figures.Snapshot;

/// <summary>
/// Counts the cases that came into lists in a month and keeps what may be published of them, once. What is TI's is in no such
/// table: not even as part of a sum. The counts themselves wait for the twelve months they are part of (<see cref="TakeTwelveMonths"/>).
/// </summary>
internal sealed class TakeMonth(OurVoiceDb db) : IAction
{
    /// <summary>The values of each dimension, corruption left out.</summary>
    public static readonly IReadOnlyDictionary<FigureBy, IReadOnlyList<string>> Dimensions = new Dictionary<FigureBy, IReadOnlyList<string>>
    {
        [FigureBy.Kind] = [.. Enum.GetValues<CaseKind>().Where(k => k != CaseKind.Corruption).Select(k => k.ToString())],
        [FigureBy.State] = Enum.GetNames<FigureState>(),
    };

    /// <returns>False when the month has been taken before.</returns>
    public async Task<bool> ExecuteAsync(DateOnly month, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<FigureMonth>().AnyAsync(m => m.Month == month, cancel))
        {
            return false;
        }

        var country = Tally.Of(await CountAsync(month, cancel));
        db.Add(new FigureMonth { Month = month, TakenOn = PhnomPenh.DateOf(actor.At) });
        db.AddRange(MonthCut.Of(country, Dimensions).Select(p =>
            new FigureRow { Month = month, By = p.By, Parent = p.Parent, Unit = p.Unit, Places = p.Places, Value = p.Value, Count = p.Count }));
        db.AddRange(country.Communes.Select(c => new MonthCount { Month = month, Place = c.Code, Count = c.Total }));
        return true;
    }

    private static FigureState StateOf(CaseState state) => state switch
    {
        CaseState.Answered => FigureState.Answered,
        CaseState.Closed => FigureState.Closed,
        CaseState.Withdrawn => FigureState.Withdrawn,
        _ => FigureState.Open,
    };

    private async Task<IEnumerable<Counted>> CountAsync(DateOnly month, CancellationToken cancel)
    {
        var next = month.AddMonths(1);
        var groups = await db.Set<Case>()
            .Where(c => c.Side == Side.Government && c.Kind != CaseKind.Corruption && c.ReceivedOn >= month && c.ReceivedOn < next)
            .GroupBy(c => new { c.PlaceCode, c.Kind, c.State }).Select(g => new { g.Key.PlaceCode, g.Key.Kind, g.Key.State, Count = g.Count() })
            .ToListAsync(cancel);
        return groups.Select(g => new Counted(g.PlaceCode, g.Kind.ToString(), StateOf(g.State).ToString(), g.Count));
    }
}
