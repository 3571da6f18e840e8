using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.IdentityWeeks;

/// <summary>A week (Monday to Sunday, local) and the numbers of the cases whose identity was opened in it, on both sides.</summary>
internal sealed record OpenedWeek(DateOnly Monday, IReadOnlyList<string> Numbers);

/// <summary>
/// What the head of Transparency International is told of openings: numbers and nothing else, once for each opening. A case
/// from which the reader is excluded is not among them.
/// </summary>
internal sealed class OpenedWeeks(IDbContextFactory<OurVoiceDb> databases)
{
    /// <summary>The running week and those before it.</summary>
    public const int Weeks = 26;

    /// <summary>Newest first; a week without an opening has no numbers.</summary>
    public async Task<IReadOnlyList<OpenedWeek>> ReadAsync(Actor reader, CancellationToken cancel)
    {
        var last = MondayOf(PhnomPenh.DateOf(reader.At));
        var since = PhnomPenh.StartOf(last.AddDays(-7 * (Weeks - 1)));
        await using var db = await databases.CreateDbContextAsync(cancel);
        var excluded = db.Exclusions(reader.AccountId!.Value, reader.At);
        var opened = await db.Set<Entry>()
            .Where(e => e.Kind == EntryKind.IdentityOpened && e.At >= since && !excluded.Any(x => x.CaseId == e.CaseId))
            .Join(db.Set<Case>(), e => e.CaseId, c => c.Id, (e, c) => new { e.At, c.Number })
            .ToListAsync(cancel);
        var byWeek = opened.ToLookup(o => MondayOf(PhnomPenh.DateOf(o.At)), o => o.Number);
        return [.. Enumerable.Range(0, Weeks).Select(back => last.AddDays(-7 * back)).Select(monday => new OpenedWeek(monday, [.. byWeek[monday].Order(StringComparer.Ordinal)]))];
    }

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
