using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.IdentityWeeks;

/// <summary>A case and how often its identity was opened in the week.</summary>
internal sealed record OpenedNumber(string Number, int Times);

/// <summary>A page of a week (Monday to Sunday, local): numbers of the cases whose identity was opened in it, on both sides.</summary>
/// <param name="Monday">The week's first day.</param>
/// <param name="Numbers">In order; empty in a week without an opening.</param>
/// <param name="Before">The number before which the page of the week before this one ends; null on the first.</param>
/// <param name="After">The number after which the next page of the week begins; null on the last.</param>
/// <param name="Earlier">The newest week before with an opening.</param>
/// <param name="Later">The oldest week after with an opening, else the running one; null when this is the running one.</param>
internal sealed record OpenedWeek(
    DateOnly Monday, IReadOnlyList<OpenedNumber> Numbers, string? Before, string? After, DateOnly? Earlier, DateOnly? Later);

/// <summary>
/// What the head of Transparency International is told of openings: numbers and nothing else. A case from which the reader is
/// excluded is not among them, and its week does not count as one with an opening.
/// </summary>
internal sealed class OpenedWeeks(IDbContextFactory<OurVoiceDb> databases)
{
    public const int PageRows = 100;

    public async Task<OpenedWeek> ReadAsync(WeekQuery query, Actor reader, CancellationToken cancel)
    {
        var running = MondayOf(PhnomPenh.DateOf(reader.At));
        var monday = query.Week is { } asked && asked < running ? MondayOf(asked) : running;
        var (from, to) = (PhnomPenh.StartOf(monday), PhnomPenh.StartOf(monday.AddDays(7)));
        await using var db = await databases.CreateDbContextAsync(cancel);
        var excluded = db.Exclusions(reader.AccountId!.Value, reader.At);
        var opened = db.Set<Entry>().Where(e => e.Kind == EntryKind.IdentityOpened && !excluded.Any(x => x.CaseId == e.CaseId));
        var earlier = await opened.Where(e => e.At < from).MaxAsync(e => (DateTime?)e.At, cancel);
        var later = await opened.Where(e => e.At >= to).MinAsync(e => (DateTime?)e.At, cancel);
        var found = await PageAsync(db, opened.Where(e => e.At >= from && e.At < to), query, cancel);
        var page = found.Take(PageRows).OrderBy(n => n.Number, StringComparer.Ordinal).ToList();
        var isMore = found.Count > PageRows;
        return new(
            monday, page,
            page.Count > 0 && (query.Before is null ? query.After is not null : isMore) ? page[0].Number : null,
            page.Count > 0 && (query.Before is not null || isMore) ? page[^1].Number : null,
            earlier is { } past ? MondayOf(PhnomPenh.DateOf(past)) : null,
            monday == running ? null : later is { } next ? MondayOf(PhnomPenh.DateOf(next)) : running);
    }

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    // One more than a page; a page before a number comes in falling order.
    private static Task<List<OpenedNumber>> PageAsync(OurVoiceDb db, IQueryable<Entry> opened, WeekQuery query, CancellationToken cancel)
    {
        var numbers = opened.Join(db.Set<Case>(), e => e.CaseId, c => c.Id, (e, c) => c.Number);
        if ((query.Before ?? query.After) is { } place)
        {
            numbers = query.Before is null ? numbers.Where(n => n.CompareTo(place) > 0) : numbers.Where(n => n.CompareTo(place) < 0);
        }

        var groups = numbers.GroupBy(n => n).Select(g => new { Number = g.Key, Times = g.Count() });
        return (query.Before is null ? groups.OrderBy(g => g.Number) : groups.OrderByDescending(g => g.Number))
            .Take(PageRows + 1).Select(g => new OpenedNumber(g.Number, g.Times)).ToListAsync(cancel);
    }
}
