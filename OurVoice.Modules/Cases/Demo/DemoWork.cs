using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Ladder;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.Demo;

/// <summary>
/// Officers' work on the submissions of the demo, day by day up to now: each turn by the real act at its past instant, and every
/// morning the ladder, so that what nobody answered has climbed when it should have.
/// </summary>
internal sealed class DemoWork(IRunner runner, IDbContextFactory<OurVoiceDb> databases, DemoPlayer player, IDemoCitizen citizen, TimeProvider time) : IDemoStep
{
    public int Order => 30;

    public async Task SeedAsync(int cases, TextWriter output, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var turns = await TurnsAsync(cancel);
        var doneUpTo = await DoneUpToAsync(cancel);
        var (played, refused, morning) = (0, 0, DateTime.MinValue);
        while (turns.TryPeek(out _, out var first) && first < now)
        {
            morning = await SweepUpToAsync(first < doneUpTo ? doneUpTo : first, morning, cancel);
            var day = TurnsUntil(turns, Earlier(morning.AddDays(1), now));
            await Parallel.ForEachAsync(day.Where(t => t.At >= doneUpTo).GroupBy(t => t.On.Id), cancel, async (ofCase, stop) =>
            {
                foreach (var turn in ofCase)
                {
                    _ = await TryAsync(turn, stop) ? Interlocked.Increment(ref played) : Interlocked.Increment(ref refused);
                }
            });
        }

        await SweepUpToAsync(now, morning, cancel);
        await output.WriteLineAsync($"Demo: {played} acts of officers and citizens, {refused} refused by a rule");
    }

    private static List<Turn> TurnsUntil(PriorityQueue<Turn, DateTime> turns, DateTime end)
    {
        var day = new List<Turn>();
        while (turns.TryPeek(out var next, out var at) && at < end)
        {
            day.Add(turns.Dequeue());
            var course = DemoPlan.For(next.On.Seed);
            if (next.Number + 1 < course.Count)
            {
                var after = InOfficeHours(next.On.Seed, next.Number + 1, at.AddDays(course[next.Number + 1].After));
                turns.Enqueue(new(next.On, next.Number + 1, after), after);
            }
        }

        return day;
    }

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private async Task<bool> TryAsync(Turn turn, CancellationToken cancel)
    {
        try
        {
            await player.PlayAsync(turn.On, DemoPlan.For(turn.On.Seed)[turn.Number].Turn, turn.Number, turn.At, cancel);
            return true;
        }
        catch (RuleBroken)
        {
            // It has climbed or ended meanwhile: a real officer would have been refused as well.
            return false;
        }
    }

    // The days are played one after the other, so after a kill whatever lies before the day of the newest act of an officer
    // is done; the acts of that day have ids that make them happen once.
    private async Task<DateTime> DoneUpToAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<Timeline.Entry>().Where(e => e.AccountId != null).MaxAsync(e => (DateTime?)e.At, cancel) is { } newest
            ? MorningOf(newest)
            : DateTime.MinValue;
    }

    private async Task<PriorityQueue<Turn, DateTime>> TurnsAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var all = await db.Set<Case>().AsNoTracking().Where(c => c.Side == Side.Government).OrderBy(c => c.ListedFrom).ThenBy(c => c.Number)
            .Select(c => new { c.Id, c.Kind, c.Language, c.ListedFrom }).ToListAsync(cancel);
        var turns = new PriorityQueue<Turn, DateTime>();
        foreach (var (one, seed) in all.Select((c, i) => (c, i)))
        {
            if (DemoPlan.For(seed) is [var first, ..])
            {
                var topic = await citizen.TopicAsync(one.Id, cancel);
                var at = InOfficeHours(seed, 0, one.ListedFrom.AddDays(first.After));
                turns.Enqueue(new(new(one.Id, seed, one.Kind, one.Language, topic), 0, at), at);
            }
        }

        return turns;
    }

    private static DateTime InOfficeHours(int seed, int turn, DateTime at)
    {
        var day = PhnomPenh.DateOf(at);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        // From eight to four, and never before the turn it follows.
        var planned = PhnomPenh.StartOf(day).AddMinutes((8 * 60) + DemoSheet.Draw(seed, "at", 8 * 60));
        return planned > at ? planned : at.AddMinutes(5 + turn);
    }

    // Each morning at half past seven after the last sweep up to the day of this instant; the newest of them.
    private async Task<DateTime> SweepUpToAsync(DateTime at, DateTime last, CancellationToken cancel)
    {
        var morning = MorningOf(at);
        for (var day = last == DateTime.MinValue ? morning : last.AddDays(1); day <= morning; day = day.AddDays(1))
        {
            await SweepAsync(day, cancel);
            last = day;
        }

        return last;
    }

    // A turn before half past seven belongs to the day before, so that a day's turns follow its sweep.
    private static DateTime MorningOf(DateTime at)
    {
        var morning = PhnomPenh.StartOf(PhnomPenh.DateOf(at)).AddMinutes(450);
        return morning <= at ? morning : morning.AddDays(-1);
    }

    private async Task SweepAsync(DateTime at, CancellationToken cancel)
    {
        var (actor, worker) = (new Actor(ActorKind.System, AccountId: null, OfficeId: null, at, Lang.Km), Guid.NewGuid());
        while (await runner.RunAsync<ClaimDueCases, IReadOnlyList<Guid>>(actor, a => a.ExecuteAsync(worker, Side.Government, actor, cancel), cancel) is { Count: > 0 } due)
        {
            foreach (var caseId in due)
            {
                await runner.RunAsync<WorkDueCase>(actor, a => a.ExecuteAsync(caseId, worker, names: [], actor, cancel), cancel);
            }
        }
    }

    /// <summary>What happens in one case at one instant.</summary>
    private sealed record Turn(DemoCase On, int Number, DateTime At);
}
