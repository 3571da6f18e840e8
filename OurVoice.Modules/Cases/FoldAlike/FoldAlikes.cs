using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.FoldAlike;

/// <summary>
/// Folds a flood in the list of the office that gets it: what looks like five others of the day, and whatever comes when a
/// hundred of the day stand there already. A folded case is a case like any other: received, timed, climbing, read and worked; it
/// only stands behind one line of the list until somebody does something with it.
/// </summary>
internal sealed class FoldAlikes(OurVoiceDb db)
{
    public const int AlikeShown = 5;
    public const int ShownInADay = 100;

    /// <summary>The fold for a new case, empty for none.</summary>
    /// <param name="likeness">What Intake made of the story.</param>
    /// <param name="circle">Cases with other readers are not compared, or a fold would tell of a case that its reader must not know.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task<Guid> ForAsync(IReadOnlyList<Guid> likeness, Circle circle, CancellationToken cancel)
    {
        var alike = likeness.Select(circle.KeyOf).ToList();
        if (await FoldOfAsync(alike, cancel) is { } known)
        {
            return known;
        }

        foreach (var key in alike)
        {
            if (await IsFullAsync(key, AlikeShown, cancel))
            {
                return Begin(alike, circle.On);
            }
        }

        var day = circle.KeyOf(Guid.Empty);
        if (await IsFullAsync(day, ShownInADay, cancel))
        {
            return await FoldOfAsync([day], cancel) ?? Begin([day], circle.On);
        }

        Note([.. alike, day], circle.On, Guid.Empty);
        return Guid.Empty;
    }

    private async Task<Guid?> FoldOfAsync(List<Guid> keys, CancellationToken cancel) => await db.Set<Alike>().AsNoTracking()
        .Where(a => keys.Contains(a.Key) && a.FoldId != Guid.Empty).OrderBy(a => a.FoldId).Select(a => (Guid?)a.FoldId).FirstOrDefaultAsync(cancel);

    private async Task<bool> IsFullAsync(Guid key, int shown, CancellationToken cancel) =>
        await db.Set<Alike>().Where(a => a.Key == key && a.FoldId == Guid.Empty).OrderBy(a => a.Id).Take(shown).CountAsync(cancel) == shown;

    private Guid Begin(List<Guid> keys, DateOnly on)
    {
        var fold = Guid.NewGuid();
        Note(keys, on, fold);
        return fold;
    }

    private void Note(IEnumerable<Guid> keys, DateOnly on, Guid fold) =>
        db.AddRange(keys.Distinct().Select(k => new Alike { Key = k, On = on, FoldId = fold }));
}
