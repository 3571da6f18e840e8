using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Clock;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.SetPolicies;

/// <summary>
/// What a draft would do to the open cases if they started under it. Of many cases a sample is looked at: the first by number,
/// which is random. The Ministry could not open each of them and gets whole tens; TI's head is counted only what the access rule gives.
/// </summary>
internal sealed class Previews(IDbContextFactory<OurVoiceDb> databases, IWorkingCalendars calendars, PolicyBook policies)
{
    /// <summary>Enough for shares to within three in a hundred, and read in about a second.</summary>
    public const int MostLookedAt = 1_000;

    private const int AtOnce = 200;

    public async Task<Preview> ReadAsync(Side side, PolicyDraft draft, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var open = Open(db, side, actor);
        var (all, sample) = (await open.CountAsync(cancel), await open.AsNoTracking().OrderBy(c => c.Number).Take(MostLookedAt).ToListAsync(cancel));
        List<(Case Case, Compared Due)> due = [];
        foreach (var some in sample.Chunk(AtOnce))
        {
            due.AddRange(await DueAsync(db, some, draft.ToPolicy(0), cancel));
        }

        var isCoarse = side == Side.Government;
        var rows = due.GroupBy(d => (Kind: CaseTimer.PolicyKind(d.Case), d.Case.Level)).OrderBy(g => g.Key)
            .Select(g => Row(g.Key.Kind, g.Key.Level, [.. g.Select(d => d.Due)], actor.At, isCoarse));
        return new([.. rows], Shown.Of(all, isCoarse), all > sample.Count ? sample.Count : null, draft.Print());
    }

    internal static PreviewRow Row(CaseKind kind, int level, IReadOnlyList<Compared> due, DateTime now, bool isCoarse)
    {
        Shown Count(Func<Compared, bool> which) => Shown.Of(due.Count(which), isCoarse);
        return new(
            kind, level, Count(_ => true), Count(d => (d.New ?? DateTime.MaxValue) < (d.Old ?? DateTime.MaxValue)), Count(d => d.New == d.Old),
            Count(d => (d.New ?? DateTime.MaxValue) > (d.Old ?? DateTime.MaxValue)), Count(d => d.New <= now && !(d.Old <= now)),
            Count(d => d.HasOtherLimits));
    }

    private static IQueryable<Case> Open(OurVoiceDb db, Side side, Actor actor) =>
        (side == Side.Ti ? db.HoldingCases(actor.AccountId!.Value, actor.At) : db.Set<Case>().Where(c => c.Side == Side.Government && c.WithdrawnAt == null && c.ListedFrom <= actor.At))
        .Where(c => c.State != CaseState.Closed && c.State != CaseState.Withdrawn);

    private async Task<IEnumerable<(Case Case, Compared Due)>> DueAsync(OurVoiceDb db, Case[] cases, Policy drafted, CancellationToken cancel)
    {
        var ids = cases.Select(c => c.Id).ToList();
        var segments = (await db.Set<ClockSegment>().AsNoTracking().Where(s => ids.Contains(s.CaseId)).ToListAsync(cancel)).ToLookup(s => s.CaseId);
        var entries = (await db.Set<Entry>().AsNoTracking().Where(e => ids.Contains(e.CaseId) && !e.IsPending)
            .Select(e => new { e.CaseId, e.Cycle, e.Kind, e.At }).ToListAsync(cancel)).ToLookup(e => (e.CaseId, e.Cycle), e => (e.Kind, e.At));
        var known = await calendars.ForOfficesAsync(segments.SelectMany(s => s).Select(s => s.OfficeId).ToHashSet(), cancel);
        List<(Case, Compared)> all = [];
        foreach (var one in cases.Where(c => segments.Contains(c.Id)))
        {
            var facts = CaseFacts.Of(one, entries[(one.Id, one.Cycle)]);
            var started = await policies.GetAsync(db, one.Side, one.PolicyVersion, cancel);
            var matter = CaseTimer.PolicyMatter(one);
            DateTime? Under(Policy policy) => Owed(CaseClock.Compute(policy, matter, segments[one.Id], facts, known));
            all.Add((one, new(Under(started), Under(drafted), HaveOtherLimits(started, drafted, matter, one.Level))));
        }

        return all;
    }

    /// <summary>Whether the two warn otherwise of what is owed at this level, or let the clock stop otherwise.</summary>
    internal static bool HaveOtherLimits(Policy old, Policy drafted, Matter matter, int level)
    {
        IEnumerable<(Target, int)> Warnings(Policy policy) =>
            policy.For(matter, level).SelectMany(row => policy.WarningsOf(row).Where(p => p < 100).Select(p => (row.Target, p))).Order();
        return old.PausesFor(matter, level) != drafted.PausesFor(matter, level) || !Warnings(old).SequenceEqual(Warnings(drafted));
    }

    // What climbs, else (at TI nothing climbs) what is owed first.
    private static DateTime? Owed(ClockReading reading) => reading.DueAt ?? reading.Targets.Where(t => t.MetAt is null).Min(t => t.DueAt);
}
