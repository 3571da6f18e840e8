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
        var (played, refused, swept) = (0, 0, DateTime.MinValue);
        while (turns.TryDequeue(out var next, out var at) && at < now)
        {
            swept = await SweepUpToAsync(at, swept, cancel);
            var course = DemoPlan.For(next.On.Seed);
            try
            {
                await player.PlayAsync(next.On, course[next.Turn].Turn, next.Turn, at, cancel);
                played++;
            }
            catch (RuleBroken)
            {
                // It has climbed or ended meanwhile: a real officer would have been refused as well.
                refused++;
            }

            if (next.Turn + 1 < course.Count)
            {
                turns.Enqueue((next.On, next.Turn + 1), InOfficeHours(next.On.Seed, next.Turn + 1, at.AddDays(course[next.Turn + 1].After)));
            }
        }

        await SweepUpToAsync(now, swept, cancel);
        await output.WriteLineAsync($"Demo: {played} acts of officers and citizens, {refused} refused by a rule");
    }

    private async Task<PriorityQueue<(DemoCase On, int Turn), DateTime>> TurnsAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var all = await db.Set<Case>().AsNoTracking().OrderBy(c => c.ListedFrom).ThenBy(c => c.Number)
            .Select(c => new { c.Id, c.Kind, c.Language, c.ListedFrom }).ToListAsync(cancel);
        var turns = new PriorityQueue<(DemoCase, int), DateTime>();
        foreach (var (one, seed) in all.Select((c, i) => (c, i)))
        {
            if (DemoPlan.For(seed) is [var first, ..])
            {
                var topic = await citizen.TopicAsync(one.Id, cancel);
                turns.Enqueue((new(one.Id, seed, one.Kind, one.Language, topic), 0), InOfficeHours(seed, 0, one.ListedFrom.AddDays(first.After)));
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

    // Each morning at half past seven between the last sweep and this instant, and then at the instant itself if it is now.
    private async Task<DateTime> SweepUpToAsync(DateTime at, DateTime last, CancellationToken cancel)
    {
        var morning = PhnomPenh.StartOf(PhnomPenh.DateOf(at)).AddMinutes(450);
        var first = last == DateTime.MinValue ? morning : last.AddDays(1);
        for (var day = first; day <= morning; day = day.AddDays(1))
        {
            await SweepAsync(day, cancel);
            last = day;
        }

        return last;
    }

    private async Task SweepAsync(DateTime at, CancellationToken cancel)
    {
        var (actor, worker) = (new Actor(ActorKind.System, AccountId: null, OfficeId: null, at, Lang.Km), Guid.NewGuid());
        while (await runner.RunAsync<ClaimDueCases, IReadOnlyList<Guid>>(actor, a => a.ExecuteAsync(worker, actor, cancel), cancel) is { Count: > 0 } due)
        {
            foreach (var caseId in due)
            {
                await runner.RunAsync<WorkDueCase>(actor, a => a.ExecuteAsync(caseId, worker, names: [], actor, cancel), cancel);
            }
        }
    }
}
