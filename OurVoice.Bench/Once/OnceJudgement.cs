using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox;

namespace OurVoice.Bench.Once;

/// <summary>
/// What stands in the database before the workers come and after: of each case that rose one level there is one move more, one late office, one segment
/// and one entry; one office holds it and one clock runs; and nobody is told anything twice.
/// </summary>
internal sealed class OnceJudgement
{
    private const int Named = 5;
    private readonly List<string> _wrong = [];
    private readonly List<(string What, Dictionary<Guid, int> Before, Func<OurVoiceDb, Task<Dictionary<Guid, int>>> Again)> _grows = [];

    private OnceJudgement(Dictionary<Guid, int> levels) => Levels = levels;

    /// <summary>The level of each case that was due.</summary>
    public Dictionary<Guid, int> Levels { get; }

    public static async Task<OnceJudgement> BeforeAsync(OurVoiceDb db, IQueryable<Case> due, CancellationToken cancel)
    {
        var before = new OnceJudgement(await due.ToDictionaryAsync(c => c.Id, c => c.Level, cancel));
        await before.WatchAsync<Move>("moves", m => m.Kind == MoveKind.LevelChange, m => m.CaseId, db, cancel);
        await before.WatchAsync<CaseOffice>("late offices", o => o.Part == Part.Late, o => o.CaseId, db, cancel);
        await before.WatchAsync<ClockSegment>("segments of climbs", s => s.Reason == SegmentReason.Climbed, s => s.CaseId, db, cancel);
        await before.WatchAsync<Entry>("entries of climbs", e => e.Kind == EntryKind.Climbed, e => e.CaseId, db, cancel);
        return before;
    }

    public async Task<(int Climbed, List<string> Wrong)> AfterAsync(OurVoiceDb db, CancellationToken cancel)
    {
        var cases = (await db.Set<Case>().AsNoTracking().ToListAsync(cancel)).Where(c => Levels.ContainsKey(c.Id)).ToList();
        Each(cases, "rose more than one level, or sank", c => Rose(c) is 0 or 1);
        Each(cases, "is still due", c => !(c.NextEventAt <= DateTime.UtcNow));
        Each(cases, "was set aside", c => c.Failures == 0);
        var holds = await CountAsync<CaseOffice>(db, o => o.Part == Part.Holds && o.To == null, o => o.CaseId, cancel);
        Each(cases, "is not held by one office", c => holds.GetValueOrDefault(c.Id) == 1);
        var runs = await CountAsync<ClockSegment>(db, s => s.To == null, s => s.CaseId, cancel);
        Each(cases, "has not one clock that runs", c => runs.GetValueOrDefault(c.Id) == 1);
        foreach (var (what, was, again) in _grows)
        {
            var now = await again(db);
            Each(cases, $"has not as many new {what} as it rose", c => now.GetValueOrDefault(c.Id) - was.GetValueOrDefault(c.Id) == Rose(c));
        }

        var notices = await db.Set<GovernmentOutboxRow>().Select(r => new { r.Key, r.AccountId, r.Template, r.NotBefore }).ToListAsync(cancel);
        _wrong.AddRange(notices.GroupBy(n => n.Key, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"two notices of one key: {g.Key}"));
        _wrong.AddRange(notices.Where(n => n.Template == Templates.OfficerDigest).GroupBy(n => (n.AccountId, n.NotBefore.Date)).Where(g => g.Count() > 1).Select(_ => "two digests for one person and day"));
        return (cases.Count(c => Rose(c) == 1), _wrong);
    }

    private int Rose(Case on) => on.Level - Levels[on.Id];

    private void Each(List<Case> cases, string what, Func<Case, bool> isRight) =>
        _wrong.AddRange(cases.Where(c => !isRight(c)).Take(Named).Select(c => $"case {c.Number} {what}"));

    private async Task WatchAsync<T>(string what, Expression<Func<T, bool>> which, Expression<Func<T, Guid>> caseId, OurVoiceDb db, CancellationToken cancel)
        where T : class =>
        _grows.Add((what, await CountAsync(db, which, caseId, cancel), after => CountAsync(after, which, caseId, cancel)));

    private static async Task<Dictionary<Guid, int>> CountAsync<T>(OurVoiceDb db, Expression<Func<T, bool>> which, Expression<Func<T, Guid>> caseId, CancellationToken cancel)
        where T : class =>
        await db.Set<T>().Where(which).GroupBy(caseId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
}
